import { canonicalJson, type Json } from '../project/canonical.ts';
import { type NoteSigner, signNote } from '../project/note.ts';
import { checkSeal } from './portable/check.ts';
import type { SealDocument } from './portable/document.ts';
import { digest, hex } from './portable/hashes.ts';
import { signatureFile } from './portable/open.ts';
import { signedText } from './portable/signature.ts';
import { writeZip } from './portable/zip.ts';

/**
 * Lists every file with its hash in the document, signs, and gives the bytes of the seal. A seal that does not verify is
 * never given: that would be a fault of ours.
 */
export async function closeSeal(
  document: Pick<SealDocument, 'files'>,
  files: Map<string, Uint8Array>,
  signer: NoteSigner | undefined,
): Promise<Uint8Array> {
  for (const [name, bytes] of files)
    document.files[name] = { sha256: hex(await digest(bytes)), bytes: bytes.length };
  const head = new TextEncoder().encode(`${canonicalJson(document as unknown as Json)}\n`);
  files.set('seal.json', head);
  if (signer)
    files.set(signatureFile, new TextEncoder().encode(await signNote(await signedText(head), [signer])));
  const bytes = writeZip(files);
  const { problems, missing } = await checkSeal(bytes);
  if (problems.length > 0 || missing.length > 0)
    throw new Error(
      `a seal that we made does not verify: ${[...problems.map(({ code }) => code), ...missing].join(', ')}`,
    );
  return bytes;
}
