import type { SiteRelease } from '../project/site-releases.ts';
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
    if (!copy) return undefined;
    const page = file(kind === 'claim' ? paths.claim(id) : paths.figure(id));
    return new URL(`releases/${copy.release}/${page}`, address.replace(/\/*$/, '/')).href;
  };
}
