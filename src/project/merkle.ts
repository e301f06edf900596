import { createHash } from 'node:crypto';

/**
 * The append-only tree of RFC 6962 (section 2.1) over SHA-256. A hash is 32 bytes; a leaf's is made of a zero byte and
 * the entry, a node's of a one byte and its two children, so that neither can pass for the other.
 */
export type Hash = Uint8Array;

/** The hash of an entry. */
export function leafHash(entry: Uint8Array): Hash {
  return createHash('sha256').update(Uint8Array.of(0)).update(entry).digest();
}

/** The hash of two subtrees. */
export function nodeHash(left: Hash, right: Hash): Hash {
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** The head of the tree over leaves `begin` to `end` (all of them unless told); of no leaves the hash of nothing. */
export function treeHead(leaves: readonly Hash[], begin = 0, end = leaves.length): Hash {
  const size = end - begin;
  if (size === 0) return createHash('sha256').digest();
  if (size === 1) return leaves[begin] as Hash;
  const split = begin + splitOf(size);
  return nodeHash(treeHead(leaves, begin, split), treeHead(leaves, split, end));
}

/** The hashes that lead from leaf `index` to the head of the tree over `leaves`, the leaf's neighbour first. */
export function inclusionProof(
  leaves: readonly Hash[],
  index: number,
  begin = 0,
  end = leaves.length,
): Hash[] {
  const size = end - begin;
  if (index < 0 || index >= size) throw new Error(`no leaf ${index} in a tree of ${size}`);
  if (size === 1) return [];
  const split = splitOf(size);
  return index < split
    ? [...inclusionProof(leaves, index, begin, begin + split), treeHead(leaves, begin + split, end)]
    : [...inclusionProof(leaves, index - split, begin + split, end), treeHead(leaves, begin, begin + split)];
}

/** The hashes that show the tree over the first `size` leaves to be the beginning of the tree over all. */
export function consistencyProof(leaves: readonly Hash[], size: number): Hash[] {
  if (size < 0 || size > leaves.length) throw new Error(`no tree of ${size} in one of ${leaves.length}`);
  return size === 0 || size === leaves.length ? [] : subProof(leaves, size, 0, leaves.length, true);
}

function subProof(leaves: readonly Hash[], size: number, begin: number, end: number, whole: boolean): Hash[] {
  const width = end - begin;
  if (size === width) return whole ? [] : [treeHead(leaves, begin, end)];
  const split = splitOf(width);
  return size <= split
    ? [...subProof(leaves, size, begin, begin + split, whole), treeHead(leaves, begin + split, end)]
    : [...subProof(leaves, size - split, begin + split, end, false), treeHead(leaves, begin, begin + split)];
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The head that an inclusion proof leads to, or null where it has the wrong length (RFC 9162, section 2.1.3.2). */
export function headOfInclusion(
  index: number,
  size: number,
  leaf: Hash,
  proof: readonly Hash[],
): Hash | null {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return null;
  let [node, last] = [index, size - 1];
  let head = leaf;
  for (const hash of proof) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      head = nodeHash(hash, head);
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else {
      head = nodeHash(head, hash);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? head : null;
}

/** Whether the tree of `size1` with `head1` is the beginning of that of `size2` with `head2` (RFC 9162, 2.1.4.2). */
export function isConsistent(
  size1: number,
  size2: number,
  head1: Hash,
  head2: Hash,
  proof: readonly Hash[],
): boolean {
  if (size1 > size2 || size1 < 0) return false;
  if (size1 === size2) return proof.length === 0 && sameHash(head1, head2);
  if (size1 === 0) return proof.length === 0;
  const power = Number.isInteger(Math.log2(size1));
  const path = power ? [head1, ...proof] : [...proof];
  const seed = path.shift();
  if (!seed) return false;
  let [node, last] = [size1 - 1, size2 - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  let [old, now] = [seed, seed];
  for (const hash of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [old, now] = [nodeHash(hash, old), nodeHash(hash, now)];
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else {
      now = nodeHash(now, hash);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && sameHash(old, head1) && sameHash(now, head2);
}

/** Whether two hashes are the same bytes. */
export function sameHash(a: Hash, b: Hash): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
