import type { Unit } from '../../figures/figure.ts';
import { Link } from '../components/link.tsx';
import { Table } from '../components/table.tsx';
import { page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';
import type { Num } from '../site.ts';
import { kindOf } from '../units.ts';

interface ReceiptsData {
  figures: { id: string; title: string; unit: Unit; page: string; receipts: (Num & { as_of: string })[] }[];
}

/** Every receipt there is, by figure and date. */
export const receiptsPage = page<ReceiptsData>({
  route: 'receipts',
  says: 'every receipt by figure and date',
  paths: () => [paths.receipts],
  load: (site) => ({
    figures: [...site.values.values()].map(({ figure, days, series }) => ({
      id: figure.id,
      title: figure.title,
      unit: figure.unit,
      page: file(paths.figure(figure.id)),
      receipts: days.map((day) => ({
        as_of: day,
        value: series.get(day)?.value ?? null,
        receipt: file(paths.receipt(figure.id, day)),
      })),
    })),
  }),
  view: ({ figures }, here) => ({
    title: here.say`Receipts`,
    description: here.say`Every receipt by figure and date.`,
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`Receipts` }],
    children: (
      <>
        <h1>{here.say`Receipts`}</h1>
        <p class="lead">{here.say`A receipt is the evidence for a number: the rows that were counted, the file and place of each, the file’s hash, and the SQL. Each is counted a second time from its rows by other means.`}</p>
        {figures.map((figure) => (
          <section aria-labelledby={`of-${figure.id.replace(/\W/g, '-')}`}>
            <h2 id={`of-${figure.id.replace(/\W/g, '-')}`}>
              <Link href={here.to(figure.page)}>{figure.title}</Link>
            </h2>
            <Table
              lang={here.lang}
              id={`receipts-${figure.id.replace(/\W/g, '-')}`}
              caption={here.say`${figure.title}, by date`}
              columns={[
                { label: here.say`As of`, kind: 'date' },
                {
                  label: figure.unit.kind === 'count' ? figure.unit.many : here.say`value`,
                  kind: kindOf(figure),
                },
              ]}
              rows={[...figure.receipts].reverse().map((one) => [one.as_of, here.cell(one)])}
            />
          </section>
        ))}
      </>
    ),
  }),
  csv: ({ figures }) => ({
    columns: ['figure', 'as_of', 'value', 'receipt'],
    measured: ['value'],
    rows: figures.flatMap((figure) =>
      figure.receipts.map((one) => [figure.id, one.as_of, one.value, one.receipt]),
    ),
  }),
});
