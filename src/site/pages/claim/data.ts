import type { Notice } from '../../../build/published-verdicts.ts';
import type { NumberFound, ReadingFound, Verdict } from '../../../claims/verdict.ts';
import { editionLink } from '../../data/edition-link.ts';
import { partAddress } from '../../data/receipt-parts.ts';
import { sameEditions, variantKey, variantOf } from '../../data/variants.ts';
import { anchorOf, file, paths } from '../../paths.ts';
import type { EditionLink, Site } from '../../site.ts';

/** One end of a number with its receipt, where there is a page for it. */
export interface EndShown {
  day: string | null;
  list: string | null;
  value: string | null;
  receipt: string | null;
}

export interface NumberShown extends Omit<NumberFound, 'ends'> {
  label: string;
  ends: EndShown[];
}

/** A reading that was tried, with the receipt of each of its values. */
export type ReadingShown = Omit<ReadingFound, 'values'> & {
  values: (Omit<ReadingFound['values'][number], 'ends'> & { ends: EndShown[] })[];
};

export interface ClaimData extends Omit<Verdict, 'numbers' | 'editions' | 'figure'> {
  figure: { id: string; title: string; definition: string; page: string } | null;
  numbers: NumberShown[];
  /** Readings that fit, then the closest, then the other declared ones; each once. */
  tried: ReadingShown[];
  editions: EditionLink[];
  /** Notices of verdicts that were published before and have moved, the newest first. */
  corrections: Notice[];
  program: string;
  /** Rows of the CSV twin. */
  table: (string | number | null)[][];
}

/** The data of a claim's page. */
export function claimData(site: Site, id: string): ClaimData | undefined {
  const verdict = site.verdicts.find((one) => one.id === id);
  if (!verdict) return undefined;
  const { claim } = verdict;
  const values = verdict.figure === null ? undefined : site.values.get(verdict.figure);
  const numbers = verdict.numbers.map((number) => ({
    ...number,
    label: Object.entries(number.where)
      .map(([name, keys]) => keys.map((key) => site.label(name, key)).join(' or '))
      .join(', '),
    ends: number.ends.map((end) => ({
      ...end,
      receipt: receiptOf(site, verdict.figure, [], number.where, end),
    })),
  }));
  const { place: _place, ...published } = claim;
  return {
    ...verdict,
    claim: published,
    figure: values
      ? {
          id: values.figure.id,
          title: values.figure.title,
          definition: values.figure.definition,
          page: file(paths.figure(values.figure.id)),
        }
      : null,
    numbers,
    tried: triedOf(site, verdict),
    editions: verdict.editions.map(editionLink),
    corrections: (site.notices ?? []).filter((notice) => notice.claim === id).reverse(),
    program: `counterfoil ${site.version}`,
    table: [
      ...numbers.map((number) => [
        'worded',
        '',
        '',
        0,
        number.label,
        number.stated,
        number.value,
        number.shown,
        number.holds ? 'yes' : 'no',
        number.ends.map((end) => end.list).join(' to '),
        number.ends.at(-1)?.receipt ?? null,
      ]),
      ...readingRows(site, verdict),
    ],
  };
}

/**
 * The receipt of a value, at the part that the filter names, where such a page is made: of the figure or of a reading of
 * it, on the list in force.
 */
export function receiptOf(
  site: Site,
  figure: string | null,
  readings: readonly { id: string }[],
  where: NumberFound['where'],
  end: { day: string | null; list: string | null; value: string | null },
): string | null {
  if (figure === null || end.list === null) return null;
  const key = variantKey(figure, readings);
  const variant = variantOf(site, key);
  if (!variant || !site.receipts.has(`${key}|${end.list}`)) return null;
  if (!sameEditions(site, variant.figure, end.day ?? end.list, end.list)) return null;
  const part =
    Number(end.value ?? 0) === 0
      ? undefined
      : partFor(site, figure, key, readings.length > 0, where, end.list);
  return part ?? file(paths.receipt(key, end.list));
}

/** The place of a part on a receipt: readings have their states only, figures every part that they have on that day. */
function partFor(
  site: Site,
  figure: string,
  name: string,
  reading: boolean,
  where: NumberFound['where'],
  list: string,
): string | undefined {
  const [only, ...others] = Object.entries(where);
  const [key, ...more] = only?.[1] ?? [];
  if (!only || key === undefined || others.length > 0 || more.length > 0) return undefined;
  const [dimension] = only;
  if (reading)
    return dimension === 'state' ? file(paths.receipt(name, list), anchorOf(dimension, key)) : undefined;
  const values = site.values.get(figure);
  const groups = values?.by.get(dimension)?.get(list) ?? [];
  const index = groups.findIndex((group) => group.key === key);
  const found = groups[index];
  return values && found ? partAddress(values, list, dimension, found, index) : undefined;
}

function triedOf(site: Site, { search, figure }: Verdict): ReadingShown[] {
  if (!search) return [];
  const all = [...search.fits, ...search.closest, ...search.alternatives];
  return [...new Map(all.map((one) => [one.says, one])).values()].map((one) => ({
    ...one,
    values: one.values.map((value) => ({
      ...value,
      ends: value.ends.map((end) => ({
        ...end,
        receipt: receiptOf(site, figure, one.readings, value.where, end),
      })),
    })),
  }));
}

function readingRows(site: Site, { search, numbers }: Verdict): (string | number | null)[][] {
  if (!search) return [];
  const rows = (kind: string, found: readonly ReadingFound[]) =>
    found.flatMap((reading) =>
      reading.values.map((value, index) => [
        kind,
        reading.says,
        reading.class,
        reading.choices,
        Object.values(value.where)
          .flat()
          .map((key) => site.label('state', key))
          .join(', '),
        numbers[index]?.stated ?? '',
        value.value,
        value.shown,
        value.fits ? 'yes' : 'no',
        value.ends.map((end) => end.list).join(' to '),
        null,
      ]),
    );
  return [
    ...rows('fits', search.fits),
    ...rows('closest', search.closest),
    ...rows('declared', search.alternatives),
  ];
}
