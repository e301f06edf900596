import { readFileSync } from 'node:fs';
import { isSeq, parseDocument } from 'yaml';
import type { Figure } from '../figures/figure.ts';
import { type Edition, servesAnyDate } from '../project/edition.ts';
import { daysBetween } from './candidates.ts';
import type { Claim } from './claim.ts';
import { parseClaims } from './read-claims.ts';

/** A claim dated up to so many days after the last list is still within the data. */
const daysAfterLast = 7;

/** The claims of a template whose dates the lists cover, ready to be written to `claims/`; and those left out. */
export interface CoveredTemplate {
  /** YAML text with the covered claims alone; null where there are none. */
  text: string | null;
  claims: Claim[];
  left: Claim[];
}

/** Reads `templates/<name>.yaml` and picks out what the editions cover. */
export async function coveredTemplate(
  name: string,
  figures: readonly Figure[],
  editions: readonly Edition[],
): Promise<CoveredTemplate> {
  const text = readFileSync(new URL(`./templates/${name}.yaml`, import.meta.url), 'utf8');
  const all = await parseClaims(text, `${name}.yaml`, figures);
  const claims = coveredClaims(all, figures, editions);
  const document = parseDocument(text);
  const written = document.get('claims');
  if (isSeq(written))
    written.items = written.items.filter((_, index) => claims.includes(all[index] as Claim));
  return {
    text: claims.length === 0 ? null : document.toString({ lineWidth: 0 }),
    claims,
    left: all.filter((claim) => !claims.includes(claim)),
  };
}

/** The claims of which every day lies between the first list of the figure's main source and a week after its last. */
export function coveredClaims(
  claims: readonly Claim[],
  figures: readonly Figure[],
  editions: readonly Edition[],
): Claim[] {
  return claims.filter((claim) => {
    const figure = figures.find((one) => one.id === claim.figure);
    const source = figure?.sources.find((id) =>
      editions.some((edition) => edition.source === id && !servesAnyDate(edition)),
    );
    const lists = editions
      .filter((edition) => edition.source === source)
      .map((edition) => edition.asOf)
      .sort();
    const [first, last] = [lists[0], lists.at(-1)];
    if (source === undefined || first === undefined || last === undefined) return false;
    const days = claim.change
      ? [claim.change.from, claim.change.to]
      : claim.as_of === undefined
        ? []
        : [claim.as_of];
    return days.every((day) => day >= first && daysBetween(last, day) <= daysAfterLast);
  });
}
