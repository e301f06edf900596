import { setImmediate } from 'node:timers/promises';
import type { Site } from '../site.ts';
import { siteFiles } from '../site-files.ts';
import { type Heavy, scales } from './budgets.ts';
import { isCopied } from './dated-copy.ts';
import { type DatedCopies, datedCopies, type Release } from './release-site.ts';
import { openSiteFolder, type Written } from './site-folder.ts';

/** What a publish did, and under which dated address the same site lies. */
export interface Published extends Written {
  release: Release | null;
  /** Pages that weigh more than they may. They are written nonetheless. */
  heavy: Heavy[];
}

/** Bytes after which the next breath is taken. */
const breath = 1_000_000;

/**
 * Writes the whole site into a folder, each file with the bytes that the app answers with. Only files whose bytes
 * changed are touched.
 *
 * @param signal when raised, nothing is swapped in and the reason of the signal is thrown
 * @param beforeSwap writes down what leaves; called when all files are staged and none has taken its name
 * @param dated the dated copies so far; without it none is made
 * @throws UserError CF-PUBLISH-001 where the folder holds something else
 */
export async function publishSite(
  site: Site,
  out: string,
  signal: AbortSignal,
  beforeSwap: () => void = () => {},
  dated?: DatedCopies,
): Promise<Published> {
  const copies = dated && datedCopies(site, out, dated);
  const files = siteFiles(copies ? { ...site, releases: copies.listed } : site);
  const folder = openSiteFolder(out);
  const scale = scales();
  let made = 0;
  // What is said about copies comes last: the copy to be made is known when all else is staged.
  const [copied, about] = [files.paths.filter(isCopied), files.paths.filter((path) => !isCopied(path))];
  try {
    for (const [index, path] of [...copied, ...about].entries()) {
      // A breath now and then, in which Ctrl-C is heard and what pages hold only weakly may go.
      if (index % 64 === 0 || made > breath) {
        await setImmediate();
        made = 0;
      }
      signal.throwIfAborted();
      if (path === about[0]) copies?.decide(folder.sums());
      const body = files.read(path) ?? files.bytes(path);
      if (body === undefined)
        throw new Error(`the site lists a page of ${path.split('/')[0]} that it has not`);
      folder.put(path, body);
      made += body.length;
      scale.put(path, body);
    }
    beforeSwap();
    copies?.keep();
    const written = folder.finish();
    return { ...written, release: copies?.make(copied) ?? null, heavy: scale.heavy() };
  } catch (error) {
    folder.abandon();
    throw error;
  }
}
