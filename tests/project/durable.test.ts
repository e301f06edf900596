import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appendDurably, publishFolder, writeDurably } from '../../src/project/durable.ts';
import { tempDir } from '../support/temp-dir.ts';

describe('writeDurably', () => {
  test('replaces the whole file and leaves nothing beside it', () => {
    const folder = tempDir();
    const file = join(folder, 'a.json');
    writeDurably(file, 'long before');
    writeDurably(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
    writeDurably(file, new Uint8Array([0, 255, 10]));
    expect([...readFileSync(file)]).toEqual([0, 255, 10]);
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  test('a failure leaves the old file and no temporary one', () => {
    const folder = tempDir();
    // The target is a folder that is not empty: the rename fails after the bytes were written.
    mkdirSync(join(folder, 'a', 'b'), { recursive: true });
    expect(() => writeDurably(join(folder, 'a'), 'new')).toThrow();
    expect(readdirSync(folder)).toEqual(['a']);
    expect(readdirSync(join(folder, 'a'))).toEqual(['b']);
  });

  test('a missing folder is an error, and nothing is made', () => {
    const folder = tempDir();
    expect(() => writeDurably(join(folder, 'no', 'a'), 'x')).toThrow(/ENOENT/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('appendDurably adds to the end and never touches what is there', () => {
  const file = join(tempDir(), 'log');
  appendDurably(file, 'one\n');
  appendDurably(file, 'two ’\n');
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo ’\n');
});

test('publishFolder gives the folder its name at once, and makes the parent', () => {
  const folder = tempDir();
  mkdirSync(join(folder, '.staged'));
  writeFileSync(join(folder, '.staged', 'a'), 'x');
  publishFolder(join(folder, '.staged'), join(folder, 'records', 'abc'));
  expect(readdirSync(folder)).toEqual(['records']);
  expect(readFileSync(join(folder, 'records', 'abc', 'a'), 'utf8')).toBe('x');
});
