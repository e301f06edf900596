import { checkpointText } from '../project/checkpoint.ts';
import { logCheckpoint, readLog } from '../project/journal-log.ts';
import { type NoteSigner, signNote } from '../project/note.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { logFiles } from '../project/tiles.ts';
import type { FileBody } from '../site/site-files.ts';

/** The folder of the site with the journal's checkpoint and tiles. */
export const logFolder = 'log';

/**
 * The journal as static files beside the site (C2SP tlog-tiles), by which somebody who keeps a checkpoint or a seal can
 * hold its owner. The entries themselves are not among them, since names of files stand in them.
 */
export async function siteLog(
  paths: ProjectPaths,
  signer?: NoteSigner,
): Promise<ReadonlyMap<string, FileBody>> {
  const log = readLog(paths);
  if (log.leaves.length === 0) return new Map();
  const text = checkpointText(logCheckpoint(log));
  const note = signer === undefined ? `${text}\n` : await signNote(text, [signer]);
  return new Map(
    [...logFiles(log.leaves, note)].map(([path, bytes]) => [
      `${logFolder}/${path}`,
      path === 'checkpoint' ? note : new Uint8Array(bytes),
    ]),
  );
}
