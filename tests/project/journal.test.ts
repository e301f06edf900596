import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeError, UserError } from '../../src/project/errors.ts';
import { appendJournal, type JournalEvent, readJournal } from '../../src/project/journal.ts';
import { tempDir } from '../support/temp-dir.ts';

const at = new Date('2026-11-21T12:00:00Z');
const added = (edition: string): JournalEvent => ({ type: 'added', edition, name: `${edition}.xlsx` });
const newPath = () => join(tempDir('journal'), 'journal.ndjson');

function fault(path: string): UserError {
  try {
    readJournal(path);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('the journal was read');
}

describe('the journal', () => {
  test('is empty where there is none', () => {
    expect(readJournal(newPath())).toEqual([]);
  });

  test('one canonical line an entry, numbered, with the time', () => {
    const path = newPath();
    appendJournal(path, [added('a'), added('b')], at);
    appendJournal(path, [{ type: 'removed', edition: 'a', why: 'wrong file' }], at);
    expect(readFileSync(path, 'utf8')).toBe(
      '{"at":"2026-11-21T12:00:00.000Z","edition":"a","name":"a.xlsx","seq":1,"type":"added"}\n' +
        '{"at":"2026-11-21T12:00:00.000Z","edition":"b","name":"b.xlsx","seq":2,"type":"added"}\n' +
        '{"at":"2026-11-21T12:00:00.000Z","edition":"a","seq":3,"type":"removed","why":"wrong file"}\n',
    );
  });

  test('a torn last line was never acknowledged: it is not read, and cut off by the next append', () => {
    const path = newPath();
    appendJournal(path, [added('a')], at);
    const whole = readFileSync(path, 'utf8');
    writeFileSync(path, `${whole}{"seq":2,"at":"2026-11-21T12:0`);
    expect(readJournal(path)).toHaveLength(1);
    appendJournal(path, [added('b')], at);
    expect(readJournal(path).map((entry) => entry.edition)).toEqual(['a', 'b']);
    expect(readFileSync(path, 'utf8').startsWith(whole)).toBe(true);
  });

  test('a file of nothing but a torn line is an empty journal', () => {
    const path = newPath();
    writeFileSync(path, '{"seq":1');
    expect(readJournal(path)).toEqual([]);
    appendJournal(path, [added('a')], at);
    expect(readJournal(path).map((entry) => entry.seq)).toEqual([1]);
  });

  test('cut at any byte, it is the entries whose lines are whole', () => {
    const path = newPath();
    appendJournal(path, [added('a'), added('b’'), added('c')], at);
    const bytes = readFileSync(path);
    fc.assert(
      fc.property(fc.nat(bytes.length), (length) => {
        writeFileSync(path, bytes.subarray(0, length));
        const lines = bytes.subarray(0, length).filter((byte) => byte === 10).length;
        expect(readJournal(path)).toHaveLength(lines);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['a number left out', '{"seq":3,"type":"added","edition":"b","name":"b"}'],
    ['a number twice', '{"seq":1,"type":"added","edition":"b","name":"b"}'],
    ['no JSON', 'hello'],
    ['no object', '7'],
    ['null', 'null'],
    ['no type', '{"seq":2,"edition":"b"}'],
    ['no edition', '{"seq":2,"type":"added"}'],
  ])('a line that is none of its entries is said with its place: %s', (_what, line) => {
    const path = newPath();
    appendJournal(path, [added('a')], at);
    writeFileSync(path, `${readFileSync(path, 'utf8')}${line}\n`);
    const error = fault(path);
    expect(error.exit).toBe(3);
    expect(describeError(error)).toBe(
      `CF-STORE-001 ${path}:2: The journal has a line that is not one of its entries.\n  Put back a copy of records/journal.ndjson from before the change; the records themselves are untouched.`,
    );
    expect(() => appendJournal(path, [added('c')], at)).toThrow(UserError);
  });
});
