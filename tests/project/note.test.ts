import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/project/canonical.ts';
import { checkpointText, parseCheckpoint } from '../../src/project/checkpoint.ts';
import { leafHash, treeHead } from '../../src/project/merkle.ts';
import {
  checkNote,
  generateNoteKey,
  type NoteSigner,
  noteSigner,
  noteVerifier,
  parseNote,
  signNote,
} from '../../src/project/note.ts';
import { logFiles, tilePath } from '../../src/project/tiles.ts';

/** The example of golang.org/x/mod/sumdb/note; Ed25519 signs the same text to the same bytes. */
const go = {
  signer: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  verifier: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  line: '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};

describe('signed notes', () => {
  test('the published example is signed to the same bytes, and verified', async () => {
    const signer = (await noteSigner(go.signer)) as NoteSigner;
    expect(signer.verifier).toBe(go.verifier);
    const note = await signNote(go.text, [signer]);
    expect(note).toBe(`${go.text}\n${go.line}`);
    const verifier = await noteVerifier(go.verifier);
    expect(verifier && (await checkNote(note, verifier))).toBe('good');
    expect(verifier && (await checkNote(note.replace('answer', 'Answer'), verifier))).toBe('bad');
  });

  test.each([
    'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    'PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'PeterNeumann+c74f20a3',
    '',
  ])('a broken key is none: %s', async (key) => {
    expect(await noteVerifier(key)).toBeNull();
  });

  test('a new pair of keys signs and verifies; another key does not', async () => {
    const pair = await generateNoteKey('desk.example/records');
    const signer = (await noteSigner(pair.signer)) as NoteSigner;
    const note = await signNote('a\n\nb\n', [signer]);
    const own = await noteVerifier(pair.verifier);
    expect(own && (await checkNote(note, own))).toBe('good');
    expect(parseNote(note)?.text).toBe('a\n\nb\n');
    const other = await noteVerifier(go.verifier);
    expect(other && (await checkNote(note, other))).toBe('none');
  });
});

describe('checkpoints', () => {
  const head = treeHead([leafHash(new Uint8Array())]);
  const text = 'example.com/log\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n';

  test('are written and read as the format says', () => {
    expect(checkpointText({ origin: 'example.com/log', size: 1, head })).toBe(text);
    const read = parseCheckpoint(`${text}\n${go.line}`);
    expect(read?.size).toBe(1);
    expect(Buffer.from(read?.head ?? []).equals(head)).toBe(true);
    expect(parseCheckpoint(`${text}extension\n`)?.origin).toBe('example.com/log');
  });

  test.each([
    ['no origin', text.replace('example.com/log', '')],
    ['a size with a zero before it', text.replace('\n1\n', '\n01\n')],
    ['a negative size', text.replace('\n1\n', '\n-1\n')],
    ['a short head', text.replace('oB0=', 'oA==')],
    ['base64 that is not canonical', text.replace('oB0=', 'oB1=')],
    ['no last line feed', text.slice(0, -1)],
  ])('refuse %s', (_what, bad) => {
    expect(parseCheckpoint(bad)).toBeNull();
  });
});

describe('tiles', () => {
  test('are named as the layout says', () => {
    expect(tilePath(0, 256)).toBe('000');
    expect(tilePath(1234067, 256)).toBe('x001/x234/067');
    expect(tilePath(273, 5)).toBe('273.p/5');
  });

  test('hold the leaves, the heads of full tiles, and entries with their lengths', () => {
    const entries = Array.from({ length: 600 }, (_, index) => new TextEncoder().encode(`entry ${index}`));
    const leaves = entries.map(leafHash);
    const files = logFiles(leaves, 'note', entries);
    expect([...files.keys()].sort()).toEqual([
      'checkpoint',
      'tile/0/000',
      'tile/0/001',
      'tile/0/002.p/88',
      'tile/1/000.p/2',
      'tile/entries/000',
      'tile/entries/001',
      'tile/entries/002.p/88',
    ]);
    expect(Buffer.from(files.get('tile/1/000.p/2') as Uint8Array)).toEqual(
      Buffer.concat([treeHead(leaves.slice(0, 256)), treeHead(leaves.slice(256, 512))]),
    );
    expect(
      Buffer.from(files.get('tile/entries/002.p/88') as Uint8Array)
        .subarray(0, 11)
        .toString('latin1'),
    ).toBe('\0\tentry 512');
    expect(logFiles([], 'note').size).toBe(1);
    expect(logFiles(leaves.slice(0, 256), 'note').has('tile/1/000.p/1')).toBe(true);
  });
});

describe('canonical JSON', () => {
  test('the example of RFC 8785', () => {
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('keys go by UTF-16 code units', () => {
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(Object.values(JSON.parse(canonicalJson(keys)) as object).length).toBe(7);
    expect(canonicalJson(keys)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    );
  });

  test('what JSON cannot hold has no form', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800'])
      expect(() => canonicalJson(value)).toThrow();
    expect(canonicalJson({ a: undefined, b: -0 })).toBe('{"b":0}');
  });
});
