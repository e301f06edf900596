import { Table } from '../../components/table.tsx';
import { stateName } from '../../data/labels.ts';
import { formatDate } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import type { ChangeRow, ListChanges } from './change-rows.ts';
import { modelName } from './model-names.ts';

const headings: Readonly<Record<ChangeRow['change'], string>> = {
  appeared: 'Appeared',
  departed: 'Departed: missing from this list and the next',
  unconfirmed: 'Unconfirmed: missing from this list, the latest',
};

/** What one list changed, each with the row that shows it. */
export function ChangeTable(props: { here: Here; changes: ListChanges; limit?: number }) {
  const { here, changes, limit = Number.POSITIVE_INFINITY } = props;
  const kinds = (['appeared', 'departed', 'unconfirmed'] as const).map((change) => ({
    change,
    rows: changes.rows.filter((row) => row.change === change),
  }));
  if (changes.rows.length === 0) return <p>{here.say`No agreement appeared or departed.`}</p>;
  return (
    <>
      {kinds
        .filter(({ rows }) => rows.length > 0)
        .map(({ change, rows }) => (
          <Table
            lang={here.lang}
            id={`${change}-${changes.list.edition}`}
            caption={`${here.say(headings[change])} (${formatDate(changes.list.as_of, here.lang)})`}
            columns={[
              { label: here.say`Agency`, kind: 'text' },
              { label: here.say`State`, kind: 'text' },
              { label: here.say`Model`, kind: 'text' },
              { label: here.say`Evidence`, kind: 'text' },
            ]}
            rows={rows.slice(0, limit).map((row) => [
              { value: row.name, href: here.to(row.page) },
              stateName(row.state),
              modelName(row.model, here.say),
              {
                value: `${row.evidence.place}, ${formatDate(row.evidence.as_of, here.lang)}`,
                href: here.to(row.evidence.href),
              },
            ])}
            total={rows.length}
          />
        ))}
    </>
  );
}
