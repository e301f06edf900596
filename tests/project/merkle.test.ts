import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  consistencyProof,
  headOfInclusion,
  inclusionProof,
  isConsistent,
  leafHash,
  sameHash,
  treeHead,
} from '../../src/project/merkle.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const unhex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

/** The leaves, heads and proofs that implementations of Certificate Transparency are tested against. */
const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const heads = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = inputs.map((text) => leafHash(unhex(text)));

describe('published vectors', () => {
  test.each(heads.map((head, size) => [size, head] as const))('the head of %i leaves', (size, head) => {
    expect(hex(treeHead(leaves.slice(0, size)))).toBe(head);
  });

  test('an inclusion proof', () => {
    expect(inclusionProof(leaves, 0).map(hex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
  });

  test('consistency proofs', () => {
    expect(consistencyProof(leaves, 6).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(consistencyProof(leaves.slice(0, 5), 2).map(hex)).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });
});

/** The head by another way: a stack of full subtrees, as a log that only ever appends would keep it. */
function headByStack(entries: readonly Uint8Array[]): string {
  const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  const stack: { hash: Uint8Array; count: number }[] = [];
  for (const entry of entries) {
    let top = { hash: sha(Buffer.from([0]), entry) as Uint8Array, count: 1 };
    while (stack.at(-1)?.count === top.count) {
      const left = stack.pop() as { hash: Uint8Array; count: number };
      top = { hash: sha(Buffer.from([1]), left.hash, top.hash), count: top.count * 2 };
    }
    stack.push(top);
  }
  if (stack.length === 0) return hex(sha());
  return hex(
    stack.reduceRight((right, left) => ({ hash: sha(Buffer.from([1]), left.hash, right.hash), count: 0 }))
      .hash,
  );
}

const someEntries = fc.array(fc.uint8Array({ maxLength: 12 }), { minLength: 1, maxLength: 70 });

describe('any log', () => {
  test('has the head that a second implementation gives', () => {
    fc.assert(
      fc.property(someEntries, (entries) => hex(treeHead(entries.map(leafHash))) === headByStack(entries)),
      { numRuns: 300 },
    );
  });

  test('proves every entry, and no other at its place', () => {
    fc.assert(
      fc.property(someEntries, fc.nat(), fc.nat(), (entries, at, bit) => {
        const hashes = entries.map(leafHash);
        const index = at % hashes.length;
        const proof = inclusionProof(hashes, index);
        const leaf = hashes[index] as Uint8Array;
        const head = treeHead(hashes);
        const good = headOfInclusion(index, hashes.length, leaf, proof);
        expect(good && hex(good)).toBe(hex(head));
        const flipped = Uint8Array.from(leaf, (byte, place) =>
          place === bit % 32 ? byte ^ (1 << (bit % 8)) : byte,
        );
        const bad = headOfInclusion(index, hashes.length, flipped, proof);
        expect(bad !== null && sameHash(bad, head)).toBe(false);
        expect(headOfInclusion(index, hashes.length, leaf, [...proof, leaf])).toBeNull();
        if (proof.length > 0) expect(headOfInclusion(index, hashes.length, leaf, proof.slice(1))).toBeNull();
        expect(headOfInclusion(hashes.length, hashes.length, leaf, proof)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test('proves every earlier state of itself, and no rewritten one', () => {
    fc.assert(
      fc.property(someEntries, fc.nat(), fc.nat(), (entries, at, change) => {
        const hashes = entries.map(leafHash);
        const size = at % (hashes.length + 1);
        const proof = consistencyProof(hashes, size);
        const [old, now] = [treeHead(hashes.slice(0, size)), treeHead(hashes)];
        expect(isConsistent(size, hashes.length, old, now, proof)).toBe(true);
        if (size === 0) return;
        const rewritten = hashes.map((hash, index) => (index === change % size ? leafHash(hash) : hash));
        const other = treeHead(rewritten);
        expect(isConsistent(size, hashes.length, old, other, consistencyProof(rewritten, size))).toBe(false);
        expect(isConsistent(size, hashes.length, old, other, proof)).toBe(false);
        expect(isConsistent(size, hashes.length, old, now, [...proof, now])).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
