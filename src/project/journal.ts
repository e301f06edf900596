import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { appendDurably } from './durable.ts';
import { exitCodes, UserError } from './errors.ts';

/** One thing that happened to the records. Entries are never changed; a removal is an entry too. */
export type JournalEntry = { seq: number; at: string } & JournalEvent;

export type JournalEvent =
  /** An edition was read and its records stored. `asOf` is the date the user gave, if any. */
  | { type: 'added'; edition: string; name: string; asOf?: string }
  /** The same bytes came again under another name. */
  | { type: 'named'; edition: string; name: string; asOf?: string }
  /** The user set the date of an edition. */
  | { type: 'dated'; edition: string; asOf: string }
  /** The edition was taken out; its records are gone, this line stays. */
  | { type: 'removed'; edition: string; why: string };

/**
 * Reads the journal at `path`; an absent file is an empty journal. A last line without its line feed was never
 * acknowledged and is left out. Throws CF-STORE-001 for any other line that is not an entry.
 */
export function readJournal(path: string): JournalEntry[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  const entries: JournalEntry[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    entries.push(parseEntry(line, path, index + 1, entries.length + 1));
  }
  return entries;
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
  appendDurably(path, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  return entries;
}

function cutTornLine(path: string): void {
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end !== bytes.length) truncateSync(path, end);
}

function parseEntry(line: string, path: string, at: number, expected: number): JournalEntry {
  let entry: JournalEntry | undefined;
  try {
    entry = JSON.parse(line) as JournalEntry;
  } catch {
    entry = undefined;
  }
  if (entry && entry.seq === expected && typeof entry.type === 'string' && typeof entry.edition === 'string') return entry;
  throw new UserError('The journal has a line that is not one of its entries.', {
    code: 'CF-STORE-001',
    exit: exitCodes.unreadable,
    place: { file: path, line: at },
    hint: 'Put back a copy of records/journal.ndjson from before the change; the records themselves are untouched.',
  });
}
