import { setImmediate } from 'node:timers/promises';
import type { Site } from '../site.ts';
import { siteFiles } from '../site-files.ts';
import { openSiteFolder, type Written } from './site-folder.ts';

/**
 * Writes the whole site into a folder, each file with the bytes that the app answers with. Only files whose bytes
 * changed are touched.
 *
 * @param signal when raised, nothing is swapped in and the reason of the signal is thrown
 * @param beforeSwap writes down what leaves; called when all files are staged and none has taken its name
 * @throws UserError CF-PUBLISH-001 where the folder holds something else
 */
export async function publishSite(
  site: Site,
  out: string,
  signal: AbortSignal,
  beforeSwap: () => void = () => {},
): Promise<Written> {
  const files = siteFiles(site);
  const folder = openSiteFolder(out);
  try {
    for (const [index, path] of files.paths.entries()) {
      // A breath now and then, in which Ctrl-C is heard.
      if (index % 64 === 0) await setImmediate();
      signal.throwIfAborted();
      const body = files.read(path) ?? files.bytes(path);
      if (body === undefined)
        throw new Error(`the site lists a page of ${path.split('/')[0]} that it has not`);
      folder.put(path, body);
    }
    beforeSwap();
    return folder.finish();
  } catch (error) {
    folder.abandon();
    throw error;
  }
}
