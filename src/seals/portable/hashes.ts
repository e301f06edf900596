/** SHA-256 and the steps of an RFC 6962 proof, on WebCrypto. */

/** The hash of bytes. */
export async function digest(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
}

/** 64 hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The head of the tree of `size` entries to which a proof leads from the entry at `index`, or null where the proof has
 * the wrong length. Written from the recursive definition in RFC 6962, 2.1.1, from the top down.
 */
export async function headFromProof(
  entry: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Promise<Uint8Array | null> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  if (size === 1) return proof.length === 0 ? digest(Uint8Array.of(0, ...entry)) : null;
  const sibling = proof.at(-1);
  if (sibling === undefined || sibling.length !== 32) return null;
  let split = 1;
  while (split * 2 < size) split *= 2;
  const left = index < split;
  const below = await headFromProof(
    entry,
    left ? index : index - split,
    left ? split : size - split,
    proof.slice(0, -1),
  );
  if (below === null) return null;
  return digest(left ? Uint8Array.of(1, ...below, ...sibling) : Uint8Array.of(1, ...sibling, ...below));
}
