import { slug } from './paths.ts';
import type { Site } from './site.ts';

/**
 * Where feeds lie, from the root of the site, without their ending. A vendor may be known by its name alone: as for its
 * page, no sign of it leads to another folder.
 */
export const feedPaths = {
  all: 'feeds/all',
  source: (id: string) => `feeds/sources/${slug(id)}`,
  organisation: (id: string) => `feeds/organisations/${slug(id)}`,
  claim: (id: string) => `feeds/claims/${slug(id)}`,
} as const;

/** The feeds that a page names in its head: that of everything, and its own where there is one. */
export function feedsOfPage(site: Site, path: string): { title: string; path: string }[] {
  if (!site.feeds) return [];
  const [room, second, third] = path.split('/');
  const id = room === 'contracts' ? third : second;
  const own =
    id === undefined
      ? undefined
      : room === 'agencies' || (room === 'contracts' && second === 'vendors')
        ? `feeds/organisations/${id}`
        : room === 'claims'
          ? `feeds/claims/${id}`
          : undefined;
  return [
    { title: site.title, path: feedPaths.all },
    ...(own !== undefined && site.feeds.has(`${own}.atom`) ? [{ title: id as string, path: own }] : []),
  ];
}
