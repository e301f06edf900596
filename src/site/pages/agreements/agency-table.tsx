import { Table } from '../../components/table.tsx';
import type { Here } from '../../page-kind.ts';
import { modelName } from './model-names.ts';
import type { AgencyRow } from './state-data.ts';

/** Agencies with their models and dates, each leading to its page. */
export function AgencyTable(props: {
  here: Here;
  id: string;
  caption: string;
  rows: readonly AgencyRow[];
  standing?: boolean;
}) {
  const { here, rows, standing = false } = props;
  return (
    <Table
      lang={here.lang}
      id={props.id}
      caption={props.caption}
      columns={[
        { label: here.say`Agency`, kind: 'text' },
        { label: here.say`Models`, kind: 'text' },
        { label: here.say`First listed`, kind: 'date' },
        ...(standing
          ? [
              { label: here.say`Last listed`, kind: 'date' as const },
              { label: here.say`State of it`, kind: 'text' as const },
            ]
          : []),
      ]}
      rows={rows.map((row) => [
        { value: row.name, href: here.to(row.page) },
        row.models.map((model) => modelName(model, here.say)).join(', '),
        row.first_listed,
        ...(standing ? [row.last_listed, here.say(row.standing)] : []),
      ])}
      sortable
    />
  );
}
