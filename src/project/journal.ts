import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { canonicalJson, type Json } from './canonical.ts';
import { appendDurably } from './durable.ts';
import { exitCodes, UserError } from './errors.ts';

/** One thing that happened to the records. Entries are never changed; a removal is an entry too. */
export type JournalEntry = { seq: number; at: string } & JournalEvent;

export type JournalEvent =
  /**
   * An edition was read and its records stored. `asOf` is the date the user gave, if any; `manifest` the SHA-256 of the
   * manifest's bytes, which name the hash of the records, so that the journal's tree holds them too.
   */
  | { type: 'added'; edition: string; name: string; asOf?: string; manifest?: string }
  /** The same bytes came again under another name. */
  | { type: 'named'; edition: string; name: string; asOf?: string }
  /** The user set the date of an edition. */
  | { type: 'dated'; edition: string; asOf: string }
  /** Where and how an edition was downloaded. */
  | ({ type: 'fetched'; edition: string } & Fetched)
  /** The edition was taken out; its records are gone, this line stays. `everywhere`: dated copies of the site, too. */
  | { type: 'removed'; edition: string; why: string; everywhere?: true };

/** How bytes came from their publisher. Never a cookie, a key, or a part of an address that holds one. */
export interface Fetched {
  source: string;
  /** When the answer had arrived, ISO instant. */
  fetched: string;
  /** Every address on the way, the last one answered. */
  chain: readonly string[];
  status: number;
  /** The headers that say what was sent: length, type, ETag, last change. */
  headers: Readonly<Record<string, string>>;
}

/**
 * Reads the journal at `path`; an absent file is an empty journal. A last line without its line feed was never
 * acknowledged and is left out. Throws CF-STORE-001 for any other line that is not an entry.
 */
export function readJournal(path: string): JournalEntry[] {
  return journalLines(path).map((line, index) => {
    const entry = parseEntry(line, index + 1);
    if (entry) return entry;
    throw new UserError('The journal has a line that is not one of its entries.', {
      code: 'CF-STORE-001',
      exit: exitCodes.unreadable,
      place: { file: path, line: index + 1 },
      hint: 'Put back a copy of records/journal.ndjson from before the change; the records themselves are untouched.',
    });
  });
}

/** The acknowledged lines of the journal, without line feeds: the entries of its tree. */
export function journalLines(path: string): string[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1);
}

/** Appends `events` in one write and returns the entries. Cuts off a torn last line first. */
export function appendJournal(path: string, events: readonly JournalEvent[], at: Date): JournalEntry[] {
  if (events.length === 0) return [];
  const before = readJournal(path);
  cutTornLine(path);
  const entries = events.map((event, index) => ({
    seq: before.length + index + 1,
    at: at.toISOString(),
    ...event,
  }));
  appendDurably(path, entries.map((entry) => `${canonicalJson(entry as unknown as Json)}\n`).join(''));
  return entries;
}

function cutTornLine(path: string): void {
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end !== bytes.length) truncateSync(path, end);
}

/** The entry that a line holds, or null where it is not the entry of that number. */
export function parseEntry(line: string, seq: number): JournalEntry | null {
  try {
    const entry = JSON.parse(line) as JournalEntry;
    const whole = entry.seq === seq && typeof entry.type === 'string' && typeof entry.edition === 'string';
    return whole ? entry : null;
  } catch {
    return null;
  }
}

/** The editions that were taken out everywhere and have not come back since. */
export function goneEverywhere(path: string): Set<string> {
  const gone = new Set<string>();
  for (const entry of readJournal(path)) {
    if (entry.type === 'removed' && entry.everywhere) gone.add(entry.edition);
    else if (entry.type === 'added') gone.delete(entry.edition);
  }
  return gone;
}
