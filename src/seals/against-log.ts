import { parseCheckpoint } from '../project/checkpoint.ts';
import { type Hash, leafHash, sameHash, treeHead } from '../project/merkle.ts';
import { checkNote, noteVerifier } from '../project/note.ts';
import { tilePath, tileWidth } from '../project/tiles.ts';
import type { OpenSeal } from './portable/document.ts';
import type { Problem } from './portable/open.ts';

/** A published log as static files: the bytes at a path below it, or undefined. */
export type LogReader = (path: string) => Uint8Array | undefined;

/** What comparing a seal with a published log came to. */
export interface AgainstLog {
  problems: Problem[];
  /** Entries of the log by its own checkpoint; null where it could not be read. */
  size: number | null;
  /** Whether the log's checkpoint is signed by the key asked for; null where none was. */
  signed: boolean | null;
}

/**
 * Compares a seal with the log that was published beside a site: the log has to hold what its checkpoint states, begin
 * with what the seal's checkpoint states, and have every entry of the seal at its place. An owner who has rewritten the
 * journal since has another log.
 *
 * @param checkpoint the text of the seal's own
 * @param signer the public key by which the log's checkpoint has to be signed, if any
 */
export async function againstLog(
  seal: OpenSeal,
  checkpoint: string,
  read: LogReader,
  signer?: string,
): Promise<AgainstLog> {
  const problems: Problem[] = [];
  const say = (says: string) => problems.push({ code: 'log', says });
  const note = new TextDecoder().decode(read('checkpoint') ?? new Uint8Array());
  const [mine, theirs] = [parseCheckpoint(checkpoint), parseCheckpoint(note)];
  if (!theirs) {
    say('the folder has no checkpoint that can be read');
    return { problems, size: null, signed: null };
  }
  const verifier = signer === undefined ? null : await noteVerifier(signer).catch(() => null);
  const signed =
    signer === undefined ? null : verifier !== null && (await checkNote(note, verifier)) === 'good';
  if (signed === false) say('its checkpoint is not signed by the key asked for');
  const leaves = leavesOf(theirs.size, read);
  if (!leaves) say('tiles of the log are missing, or have another length than they should');
  else if (!sameHash(treeHead(leaves), theirs.head))
    say('its tiles do not give the head that its checkpoint states');
  else if (!mine || mine.origin !== theirs.origin) say('it is the log of another project');
  else if (mine.size > theirs.size)
    say(`it is older than the seal: ${theirs.size} entries, the seal knows ${mine.size}`);
  else {
    if (!sameHash(treeHead(leaves, 0, mine.size), mine.head))
      say('it does not begin with the journal that the seal was made from: one of the two was rewritten');
    for (const { index, line } of seal.entries) {
      const leaf = leaves[index];
      if (!leaf || !sameHash(leaf, leafHash(new TextEncoder().encode(line))))
        say(`entry ${index + 1} of the log is not the one in the seal`);
    }
  }
  return { problems, size: theirs.size, signed };
}

/** The leaf hashes of a log from its tiles of level 0; null where one is missing. */
function leavesOf(size: number, read: LogReader): Hash[] | null {
  const leaves: Hash[] = [];
  for (let index = 0; index * tileWidth < size; index++) {
    const width = Math.min(tileWidth, size - index * tileWidth);
    const bytes = read(`tile/0/${tilePath(index, width)}`);
    if (bytes?.length !== width * 32) return null;
    for (let at = 0; at < width; at++) leaves.push(bytes.subarray(at * 32, at * 32 + 32));
  }
  return leaves;
}
