import { openApi } from '../api/openapi.ts';
import { deskFiles } from '../desk/files.ts';
import { countyLines } from '../maps/county-map.ts';
import { entryListFile, entryListPath } from '../search/list-file.ts';
import type { Site } from '../site.ts';
import type { FileBody } from '../site-files.ts';
import { countyLinesPath } from './agreements/counties.tsx';
import { countyFramesFile, countyFramesPath } from './agreements/county-map-frames.ts';
import { mapFramesFile, statesFramesPath } from './agreements/state-map-frames.ts';
import { apiIndex } from './api-index.ts';
import { filesOfFigures } from './figure/files.ts';
import { filesOfReleased, filesOfTables } from './tables/files.ts';

/** Files beside the pages: data that a page fetches, and the list of all pages as data. */
export function filesOfRooms(site: Site): ReadonlyMap<string, () => FileBody> {
  return new Map<string, () => FileBody>([
    ['api.json', () => apiIndex(site)],
    ['api/v1/openapi.json', () => `${JSON.stringify(openApi(site), null, 1)}\n`],
    ...deskFiles(site),
    ...filesOfFigures(site),
    ...filesOfTables(site),
    ...filesOfReleased(site),
    [entryListPath, () => entryListFile(site)],
    ...(site.feeds ?? []),
    ...(site.agreements
      ? [
          [statesFramesPath, () => mapFramesFile(site)] as const,
          [countyLinesPath, countyLines] as const,
          [countyFramesPath, () => countyFramesFile(site)] as const,
        ]
      : []),
  ]);
}
