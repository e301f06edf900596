import { file, paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { agreementsTables } from './agreements.ts';
import { contractsTables } from './contracts.ts';
import { address, type SiteTable, siteTable } from './site-table.ts';

const receipts = siteTable<ReturnType<typeof receiptRows>[number]>({
  id: 'receipts',
  title: 'Receipts',
  says: 'One row is one value of a figure on one date, with its receipt.',
  from: receiptRows,
  columns: [
    { name: 'figure', label: 'Figure', kind: 'text', link: 'figure_page', of: ({ figure }) => figure.id },
    { name: 'as_of', label: 'As of', kind: 'date', link: 'receipt', of: ({ day }) => day },
    {
      name: 'value',
      label: 'Value',
      kind: 'text',
      of: ({ value }) => (value === null ? null : String(value)),
    },
    { name: 'status', label: 'Status', kind: 'text', of: ({ value }) => (value === null ? 'x' : '') },
    {
      name: 'unit',
      label: 'Unit',
      kind: 'text',
      of: ({ figure: { unit } }) =>
        unit.kind === 'count' ? unit.many : unit.kind === 'money' ? unit.currency : 'share',
    },
    address('figure_page', 'Page of the figure', ({ figure }) => file(paths.figure(figure.id))),
    address('receipt', 'Receipt', ({ figure, day }) => file(paths.receipt(figure.id, day))),
  ],
});

function receiptRows(site: Site) {
  return [...site.values.values()].flatMap(({ figure, days, series }) =>
    days.map((day) => ({ figure, day, value: series.get(day)?.value ?? null })),
  );
}

/** The long tables of a site: those of the kinds that it has records of, and its receipts. */
export function siteTables(site: Site): readonly SiteTable[] {
  return [
    ...(site.agreements ? agreementsTables : []),
    ...(site.contracts ? contractsTables : []),
    ...(site.values.size === 0 ? [] : [receipts]),
  ];
}
