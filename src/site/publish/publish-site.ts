import { createApp } from '../app.tsx';
import { assets } from '../assets.ts';
import { kindsOfPages } from '../pages/all.ts';
import { filesOfRooms } from '../pages/files.ts';
import type { Site } from '../site.ts';
import { openSiteFolder, type Written } from './site-folder.ts';

/** Every file of a site, from the root, in the order in which they are written. */
export function filesOf(site: Site): string[] {
  const pages = kindsOfPages(site).flatMap((kind) =>
    kind
      .paths(site)
      .flatMap((path) =>
        ['html', 'json', 'csv'].map((form) => `${path === '' ? '' : `${path}/`}index.${form}`),
      ),
  );
  return [...pages, '404.html', ...assets.keys(), ...filesOfRooms(site).keys()];
}

/**
 * Writes the whole site into a folder, each file as the app answers it. Only files whose bytes changed are touched.
 *
 * @param signal when raised, nothing is swapped in and the error of the signal is thrown
 * @throws UserError CF-PUBLISH-001 where the folder holds something else
 */
export async function publishSite(site: Site, out: string, signal: AbortSignal): Promise<Written> {
  const app = createApp(site);
  const folder = openSiteFolder(out);
  try {
    for (const path of filesOf(site)) {
      signal.throwIfAborted();
      const answer = await app.request(`/${path.split('/').map(encodeURIComponent).join('/')}`);
      if (answer.status !== 200) throw new Error(`the site has no ${path.split('/')[0]} page that it lists`);
      folder.put(path, await answer.text());
    }
    signal.throwIfAborted();
    return folder.finish();
  } catch (error) {
    folder.abandon();
    throw error;
  }
}
