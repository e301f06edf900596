import { fromBase64, toBase64 } from './base64.ts';

/** A statement of how long a log was and what it held (C2SP tlog-checkpoint): the text that is signed. Runs in browsers too. */
export interface Checkpoint {
  /** What the log is called, unique among logs. */
  origin: string;
  /** Entries. */
  size: number;
  /** Head of the tree over them, 32 bytes. */
  head: Uint8Array;
}

/** The text of a checkpoint, ready to be signed as a note. */
export function checkpointText({ origin, size, head }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(head)}\n`;
}

/** Reads the text of a checkpoint, or of a note around one; null where it is none. Extension lines are passed over. */
export function parseCheckpoint(note: string): Checkpoint | null {
  const end = note.indexOf('\n\n');
  const lines = (end < 0 ? note : note.slice(0, end + 1)).split('\n');
  const [origin = '', size = '', head = ''] = lines;
  const bytes = fromBase64(head);
  if (origin === '' || lines.at(-1) !== '' || !/^(0|[1-9]\d{0,14})$/.test(size) || bytes?.length !== 32)
    return null;
  return { origin, size: Number(size), head: bytes };
}
