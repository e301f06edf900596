import type { SiteRelease } from '../project/site-releases.ts';
import type { ReleasedContext } from '../seals/make-released-seal.ts';
import type { SealContext } from '../seals/make-seal.ts';
import { file, paths } from '../site/paths.ts';

/**
 * Where a citation leads: the page of what is sealed in the latest dated copy of the site that was made from all
 * editions concerned, and is not withdrawn. Nowhere, where the project has no address or no such copy.
 *
 * @param address where the site is published (`address` in counterfoil.yaml)
 */
export function citedAddress(
  address: string | null,
  releases: readonly SiteRelease[],
): NonNullable<SealContext['address']> {
  return ({ kind, id }, editions) => {
    if (address === null) return undefined;
    const copy = [...releases]
      .reverse()
      .find(
        (release) =>
          release.withdrawn === null && [...editions].every((edition) => release.editions.includes(edition)),
      );
    return copy && pageIn(address, copy, kind === 'claim' ? paths.claim(id) : paths.figure(id));
  };
}

/**
 * Where a citation of a released table leads: the table, or the claim, in the latest dated copy of the site that was made
 * on the day of the release or later, and is not withdrawn.
 */
export function citedRelease(
  address: string | null,
  releases: readonly SiteRelease[],
): NonNullable<ReleasedContext['address']> {
  return ({ kind, id }, table, since) => {
    const copy = releases.findLast((one) => one.withdrawn === null && one.date >= since);
    if (address === null || !copy) return undefined;
    return pageIn(address, copy, kind === 'claim' ? paths.claim(id) : paths.searchesTable(table));
  };
}

function pageIn(address: string, { release }: SiteRelease, page: string): string {
  return new URL(`releases/${release}/${file(page)}`, address.replace(/\/*$/, '/')).href;
}
