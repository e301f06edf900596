import type { webcrypto } from 'node:crypto';
import { fromBase64, toBase64 } from './base64.ts';

type CryptoKey = webcrypto.CryptoKey;

/**
 * Signed notes (C2SP signed-note): text, an empty line, and one line a signature. Keys are written as the Go tools write
 * them. Ed25519 is WebCrypto's. This file runs in browsers too.
 */

/** A key that signs, with the name that its signatures carry. */
export interface NoteSigner {
  name: string;
  id: number;
  key: CryptoKey;
  /** The public half, as `noteVerifier` reads it. */
  verifier: string;
}

/** A public key. */
export interface NoteVerifier {
  name: string;
  id: number;
  key: CryptoKey;
}

/** One signature line. */
export interface NoteSignature {
  name: string;
  id: number;
  bytes: Uint8Array<ArrayBuffer>;
}

const ed25519 = 1;
const dash = '\u2014';
const goodName = /^[^\s+\p{Cc}]+$/u;

/** Makes a new pair of keys, both as text. The private one is a secret. */
export async function generateNoteKey(name: string): Promise<{ signer: string; verifier: string }> {
  if (!goodName.test(name)) throw new Error('the name of a key has no blanks and no plus');
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const pair = await pairOfSeed(seed);
  const id = hex8(await keyId(name, pair.raw));
  return {
    signer: `PRIVATE+KEY+${name}+${id}+${toBase64(Uint8Array.of(ed25519, ...seed))}`,
    verifier: `${name}+${id}+${toBase64(Uint8Array.of(ed25519, ...pair.raw))}`,
  };
}

/** Reads a private key; null where the text is none, or its parts disagree. */
export async function noteSigner(text: string): Promise<NoteSigner | null> {
  const found = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim());
  const bytes = found && fromBase64(found[3] as string);
  if (!found || !bytes || bytes.length !== 33 || bytes[0] !== ed25519) return null;
  const name = found[1] as string;
  const pair = await pairOfSeed(bytes.slice(1));
  const id = await keyId(name, pair.raw);
  if (hex8(id) !== found[2]) return null;
  return {
    name,
    id,
    key: pair.key,
    verifier: `${name}+${hex8(id)}+${toBase64(Uint8Array.of(ed25519, ...pair.raw))}`,
  };
}

/** Reads a public key; null where the text is none, or its parts disagree. */
export async function noteVerifier(text: string): Promise<NoteVerifier | null> {
  const found = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim());
  const bytes = found && fromBase64(found[3] as string);
  if (!found || !bytes || bytes.length !== 33 || bytes[0] !== ed25519) return null;
  const [name, raw] = [found[1] as string, bytes.slice(1)];
  const id = await keyId(name, raw);
  if (hex8(id) !== found[2]) return null;
  return { name, id, key: await crypto.subtle.importKey('raw', raw, 'Ed25519', true, ['verify']) };
}

/** The note over `text`, which ends with a line feed, with a signature of each signer behind those it has. */
export async function signNote(
  text: string,
  signers: readonly NoteSigner[],
  signatures = '',
): Promise<string> {
  if (!text.endsWith('\n')) throw new Error('the text of a note ends with a line feed');
  const lines: string[] = [];
  for (const { name, id, key } of signers) {
    const signature = new Uint8Array(
      await crypto.subtle.sign('Ed25519', key, new TextEncoder().encode(text)),
    );
    lines.push(`${dash} ${name} ${toBase64(Uint8Array.of(...bigEndian(id), ...signature))}\n`);
  }
  return `${text}\n${signatures}${lines.join('')}`;
}

/** Takes a note apart; null where it is none. A note without signatures is taken apart too. */
export function parseNote(note: string): { text: string; signatures: NoteSignature[] } | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const signatures: NoteSignature[] = [];
  for (const line of note
    .slice(end + 2)
    .split('\n')
    .slice(0, -1)) {
    const found = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/=]+)$/.exec(line);
    const bytes = found && fromBase64(found[2] as string);
    if (!found || !bytes || bytes.length < 5) return null;
    signatures.push({
      name: found[1] as string,
      id: new DataView(bytes.buffer).getUint32(0),
      bytes: bytes.slice(4),
    });
  }
  return { text: note.slice(0, end + 1), signatures };
}

/** `good` where the note has a valid signature of the key, `bad` where it has an invalid one, `none` where it has none. */
export async function checkNote(note: string, verifier: NoteVerifier): Promise<'good' | 'bad' | 'none'> {
  const parsed = parseNote(note);
  const own = parsed?.signatures.filter(({ name, id }) => name === verifier.name && id === verifier.id) ?? [];
  if (!parsed || own.length === 0) return 'none';
  for (const { bytes } of own) {
    const good = await crypto.subtle.verify(
      'Ed25519',
      verifier.key,
      bytes,
      new TextEncoder().encode(parsed.text),
    );
    if (!good) return 'bad';
  }
  return 'good';
}

/** The first four bytes of SHA-256 over the name, a line feed, the kind of key, and the key. */
async function keyId(name: string, raw: Uint8Array): Promise<number> {
  const bytes = new TextEncoder().encode(`${name}\n`);
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.of(...bytes, ed25519, ...raw));
  return new DataView(digest).getUint32(0);
}

/** WebCrypto reads a private key only in an envelope (RFC 8410); the public half is asked of it. */
async function pairOfSeed(seed: Uint8Array): Promise<{ key: CryptoKey; raw: Uint8Array<ArrayBuffer> }> {
  const envelope = Uint8Array.of(
    0x30,
    0x2e,
    2,
    1,
    0,
    0x30,
    5,
    6,
    3,
    0x2b,
    0x65,
    0x70,
    4,
    0x22,
    4,
    0x20,
    ...seed,
  );
  const key = await crypto.subtle.importKey('pkcs8', envelope, 'Ed25519', true, ['sign']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', key);
  const padded = x.replaceAll('-', '+').replaceAll('_', '/');
  return {
    key,
    raw: fromBase64(padded + '='.repeat((4 - (padded.length % 4)) % 4)) as Uint8Array<ArrayBuffer>,
  };
}

function hex8(id: number): string {
  return id.toString(16).padStart(8, '0');
}

function bigEndian(id: number): number[] {
  return [id >>> 24, (id >>> 16) & 255, (id >>> 8) & 255, id & 255];
}
