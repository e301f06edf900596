import { toBase64 } from '../../project/base64.ts';
import { checkNote, noteVerifier, parseNote } from '../../project/note.ts';
import { digest } from './hashes.ts';
import { type Problem, signatureFile } from './open.ts';

/** Whether a seal is signed, and by which key. */
export interface SignatureFound {
  state: 'none' | 'good' | 'bad' | 'not asked for';
  signer: string | null;
}

/** The text that is signed: it names the seal by the hash of `seal.json`, which names everything else. */
export async function signedText(head: Uint8Array): Promise<string> {
  return `counterfoil seal\n${toBase64(await digest(head))}\n`;
}

/** Checks the signature of a seal; what is wrong with it is added to `problems`. */
export async function checkSignature(
  signer: string | null,
  files: ReadonlyMap<string, Uint8Array>,
  expected: string | undefined,
  problems: Problem[],
): Promise<SignatureFound> {
  const say = (says: string) => problems.push({ code: 'signature', says });
  if (expected !== undefined && signer !== expected) {
    say(
      signer === null
        ? 'it is not signed, and a signature was asked for'
        : 'it is signed by another key than the one asked for',
    );
    return { state: signer === null ? 'none' : 'bad', signer };
  }
  if (signer === null) return { state: 'none', signer };
  const note = new TextDecoder().decode(files.get(signatureFile));
  const verifier = await noteVerifier(signer).catch(() => null);
  const right = parseNote(note)?.text === (await signedText(files.get('seal.json') as Uint8Array));
  if (verifier && right && (await checkNote(note, verifier)) === 'good') return { state: 'good', signer };
  say(verifier ? 'its signature does not belong to it' : 'the key of its signature is none');
  return { state: 'bad', signer };
}
