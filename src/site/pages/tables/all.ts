import { file, paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { agreementsTables } from './agreements.ts';
import { contractsTables } from './contracts.ts';
import type { SiteTable } from './site-table.ts';

const receipts: SiteTable = {
  id: 'receipts',
  title: 'Receipts',
  says: 'One row is one value of a figure on one date, with its receipt.',
  columns: [
    { name: 'figure', label: 'Figure', kind: 'text', link: 'figure_page' },
    { name: 'as_of', label: 'As of', kind: 'date', link: 'receipt' },
    { name: 'value', label: 'Value', kind: 'text' },
    { name: 'unit', label: 'Unit', kind: 'text' },
    { name: 'figure_page', label: 'Page of the figure', kind: 'text', hidden: true },
    { name: 'receipt', label: 'Receipt', kind: 'text', hidden: true },
  ],
  rows: (site) =>
    [...site.values.values()].flatMap(({ figure, days, series }) =>
      days.map((day) => {
        const value = series.get(day)?.value ?? null;
        const { unit } = figure;
        return [
          figure.id,
          day,
          value === null ? null : String(value),
          unit.kind === 'count' ? unit.many : unit.kind === 'money' ? unit.currency : 'share',
          file(paths.figure(figure.id)),
          file(paths.receipt(figure.id, day)),
        ];
      }),
    ),
};

/** The long tables of a site: those of the kinds that it has records of, and its receipts. */
export function siteTables(site: Site): readonly SiteTable[] {
  return [
    ...(site.agreements ? agreementsTables : []),
    ...(site.contracts ? contractsTables : []),
    ...(site.values.size === 0 ? [] : [receipts]),
  ];
}
