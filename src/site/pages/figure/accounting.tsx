import { formatValue } from '../../cell.ts';
import { Link } from '../../components/link.tsx';
import { Table } from '../../components/table.tsx';
import { formatNumber } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import { kindOf, unitOf } from '../../units.ts';
import type { FigureData } from './data.ts';

/** Above so many editions the table is folded away. */
const folded = 8;

/** What became of every row of the editions, what names no place, what could not be read, what is hidden. */
export function FigureAccounting(props: { here: Here; data: FigureData }) {
  const { here, data } = props;
  const names = new Map(data.editions.map((edition) => [edition.edition, edition]));
  if (data.accounting.length === 0) return null;
  const table = (
    <Table
      lang={here.lang}
      id="accounting-table"
      caption={here.say`What became of the rows of each edition`}
      columns={[
        { label: here.say`Edition`, kind: 'text', long: true },
        { label: here.say`In the file` },
        { label: here.say`Kept` },
        { label: here.say`Withheld` },
        { label: here.say`Rejected` },
        { label: here.say`Blank or header` },
        { label: here.say`Columns not kept` },
        { label: here.say`Unreadable values` },
      ]}
      rows={data.accounting.map((one) => [
        {
          value: names.get(one.edition)?.name ?? one.edition,
          href: here.to(file(paths.edition(one.edition))),
        },
        one.records,
        one.kept,
        one.withheld,
        one.rejected,
        one.blank + one.header,
        one.dropped,
        one.unreadable,
      ])}
    />
  );
  return (
    <section aria-labelledby="accounting">
      <h2 id="accounting">{here.say`Accounting`}</h2>
      {data.accounting.length > folded ? (
        <details>
          <summary>{here.say`${data.accounting.length} editions, row by row`}</summary>
          {table}
        </details>
      ) : (
        table
      )}
      <ul>
        <Unmatched here={here} data={data} />
        <Masked here={here} data={data} />
        <li>{here.say`Hidden: 0 values; this figure counts organisations and money, not persons.`}</li>
      </ul>
    </section>
  );
}

/** Columns that were dropped when the files were read, as counts. */
function Masked(props: { here: Here; data: FigureData }) {
  const { here, data } = props;
  const masking = data.accounting.filter(({ dropped }) => dropped > 0);
  const columns = masking.reduce((sum, { dropped }) => sum + dropped, 0);
  if (columns === 0) return <li>{here.say`Masked: 0 columns; every column of these files was read.`}</li>;
  const count = (n: number) => formatNumber(n, here.lang);
  return (
    <li>
      {here.say`Masked: ${count(columns)} columns in ${count(masking.length)} of ${count(data.accounting.length)} editions were dropped when the files were read, personal ones always.`}
    </li>
  );
}

/** Parts that name no value of a dimension: counted in the whole, in none of the other parts. */
function Unmatched(props: { here: Here; data: FigureData }) {
  const { here, data } = props;
  const without = data.parts.flatMap((part) =>
    part.groups.filter(({ key, value }) => key === '' && value !== null).map((group) => ({ part, group })),
  );
  if (without.length === 0)
    return <li>{here.say`Unmatched: every counted row has a value in each dimension shown here.`}</li>;
  return (
    <>
      {without.map(({ part, group }) => {
        const said = `${formatValue(group.value ?? 0, kindOf(data.summary), here.lang)} ${unitOf(data.summary, group.value) ?? ''}`;
        return (
          <li>
            {here.say`Unmatched: ${<Link href={group.receipt === null ? undefined : here.to(group.receipt)}>{said.trim()}</Link>} without ${part.title.toLowerCase()}; counted in the whole.`}
          </li>
        );
      })}
    </>
  );
}
