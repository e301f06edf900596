import type { NumberFound, ReadingFound, Verdict } from '../../../claims/verdict.ts';
import { editionLink } from '../../data/edition-link.ts';
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

export interface ClaimData extends Omit<Verdict, 'numbers' | 'editions' | 'figure'> {
  figure: { id: string; title: string; definition: string; page: string } | null;
  numbers: NumberShown[];
  editions: EditionLink[];
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
      receipt: receiptOf(site, verdict.figure, number.where, end.list),
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
    editions: verdict.editions.map(editionLink),
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

/** The receipt of a value on a list, at the part that the filter names, where such a page is made. */
export function receiptOf(
  site: Site,
  figure: string | null,
  where: NumberFound['where'],
  list: string | null,
): string | null {
  if (figure === null || list === null || !site.receipts.has(`${figure}|${list}`)) return null;
  const filters = Object.entries(where);
  const [only] = filters;
  const anchor =
    filters.length === 1 && only && only[1].length === 1
      ? anchorOf(only[0], only[1][0] as string)
      : undefined;
  return file(paths.receipt(figure, list), anchor);
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
