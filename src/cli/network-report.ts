import type { Workspace } from '../build/workspace.ts';
import type { SqlRow } from '../engine/engine.ts';
import { sqlText } from '../engine/sql-text.ts';
import { largestHidden } from '../figures/release.ts';
import { shippedPacks } from '../kinds/searches/packs.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import { programVersion } from '../project/version.ts';
import type { HolderReport, ReportTable } from '../publication/holder-report.ts';

/** The network that a report is about. */
export interface Network {
  id: string;
  name: string;
  zone: string;
}

/** Finds a network by its id or its name as the logs give it. Throws CF-REPORT-001 where no log is of it. */
export async function findNetwork(workspace: Workspace, given: string): Promise<Network> {
  const rows = await workspace.engine.query(
    'select network, min(network_name) as name, min(zone) as zone from search_logs where network is not null group by network order by network',
  );
  const wanted = given.trim().toLowerCase();
  const found = rows.find((row) => row['network'] === wanted || String(row['name']).toLowerCase() === wanted);
  if (found)
    return { id: String(found['network']), name: String(found['name']), zone: String(found['zone']) };
  const known = rows.map((row) => String(row['network']));
  const close = nearest(wanted, known);
  throw new UserError(`There is no log of a network "${given}".`, {
    code: 'CF-REPORT-001',
    exit: exitCodes.usage,
    hint:
      known.length === 0
        ? 'Add its audit logs, then build.'
        : close
          ? `Did you mean "${close}"?`
          : `There are logs of: ${known.slice(0, 20).join(', ')}.`,
  });
}

const classes: Readonly<Record<string, string>> = {
  immigration: 'names immigration enforcement',
  department: 'names a part of the department, purpose not stated',
  other: 'names neither',
  unreadable: 'not readable',
};
const scopes: Readonly<Record<string, string>> = {
  inside: "inside the network's state",
  outside: "outside the network's state",
  federal: 'federal',
  unreadable: 'not readable',
};

/** Puts together what the holder of a network's logs is told. Nothing in it is of a single row. */
export async function networkReport(
  workspace: Workspace,
  network: Network,
  notice: string | null,
): Promise<HolderReport> {
  const { engine, registry } = workspace;
  const own = `network = ${sqlText(network.id)}`;
  const count = async (columns: string) =>
    engine.query(
      `select ${columns}, count(*) as n from network_searches where ${own} group by ${columns} order by ${columns}`,
    );
  const table = (
    caption: string,
    heads: string[],
    rows: SqlRow[],
    say: (row: SqlRow) => string[],
  ): ReportTable => ({
    caption,
    heads: [...heads, 'searches'],
    rows: rows.map((row) => [...say(row), Number(row['n'])]),
  });
  const text = (row: SqlRow, name: string) => String(row[name] ?? 'not readable');
  const months = await count('month');
  const searches = months.reduce((sum, row) => sum + Number(row['n']), 0);
  const figure = registry.figure('searches.searches');
  const span = months.map((row) => row['month']).filter((month) => month !== null);
  return {
    title: `How the network of ${network.name} was searched`,
    notice,
    about: [
      `${searches.toLocaleString('en-US')} searches, ${String(span[0] ?? 'no month')} to ${String(span.at(-1) ?? 'no month')}. Months are those of the time zone ${network.zone}.`,
      'The subject is organisations and how a system is queried. Nobody who searches and nobody who is searched for is in this report.',
    ],
    sections: [
      {
        title: 'How it was counted',
        says: [
          figure?.definition ?? '',
          'A search is in this report where it stands in a log of this network. Stated reasons are sorted into classes by fixed rules; a reason that names a part of the department without a purpose is a class of its own.',
        ],
        tables: [],
      },
      {
        title: 'Figures',
        says: ['Reasons before and after late 2025 are not comparable: free text became a list of offences.'],
        tables: [
          table('Searches by month', ['month'], months, (row) => [text(row, 'month')]),
          table(
            'Searches by stated reason and year',
            ['year', 'stated reason'],
            await count('year, reason_class'),
            (row) => [text(row, 'year'), classes[text(row, 'reason_class')] ?? text(row, 'reason_class')],
          ),
          table('Searches by level of government', ['level'], await count('level'), (row) => [
            text(row, 'level'),
          ]),
          table('Searches from inside and outside the state', ['where from'], await count('scope'), (row) => [
            scopes[text(row, 'scope')] ?? text(row, 'scope'),
          ]),
          await organisations(workspace, own),
        ],
      },
      {
        title: 'Findings',
        says: [
          'A finding is a question to the holder of the log: the search needs an explanation under a rule, is within it, or cannot be checked because a field was masked or not exported. A log does not show what was really done.',
          'A pack marked as a draft was written from secondary sources; nobody has held it against the official text yet.',
        ],
        tables: await findings(workspace, network),
      },
      {
        title: 'What could be read',
        says: ['Rows of the logs by the state of each cell. A masked cell is never counted as empty.'],
        tables: [await coverage(workspace, own)],
      },
      { title: 'Limits', says: figure?.caveats ?? [], tables: [] },
      { title: 'Files', says: [], tables: [await files(workspace, own)] },
    ],
    program: `Counterfoil ${programVersion}`,
  };
}

/** Organisations by name. A count of 1 to 9 beside a name can point at one search, and is not needed for a meeting. */
async function organisations({ engine }: Workspace, own: string): Promise<ReportTable> {
  const rows = await engine.query(
    `select coalesce(min(organisation_name), 'not readable') as name, count(*) as n from network_searches where ${own} group by organisation order by 1, organisation`,
  );
  return {
    caption: 'Searches by organisation, in the order of names',
    heads: ['organisation', 'searches'],
    rows: rows.map((row) => [
      String(row['name']),
      Number(row['n']) > largestHidden ? Number(row['n']) : `fewer than ${largestHidden + 1}`,
    ]),
  };
}

/** SQL of the findings of a network's searches: one row a search and rule. */
export function findingsOf(network: Network): string {
  return `select f.pack, f.rule, f.result, f.edition, f."row"
from search_findings as f
join searches as s on s.edition = f.edition and s."row" = f."row"
join network_searches as n on n.event = s.event
where n.network = ${sqlText(network.id)}`;
}

async function findings({ engine }: Workspace, network: Network): Promise<ReportTable[]> {
  const rows = await engine.query(
    `select pack, rule, result, count(*) as n from (${findingsOf(network)}) as found group by pack, rule, result order by pack, rule, result`,
  );
  const tables = shippedPacks.map((pack) => {
    const of = (rule: string, result: string) =>
      Number(
        rows.find((row) => row['pack'] === pack.id && row['rule'] === rule && row['result'] === result)?.[
          'n'
        ] ?? 0,
      );
    const asked = pack.rules.filter((rule) =>
      rows.some((row) => row['pack'] === pack.id && row['rule'] === rule.id),
    );
    return {
      caption: `${pack.title} (${pack.status === 'draft' ? 'draft, to be confirmed' : 'confirmed'})`,
      heads: ['what is asked', 'source', 'needs an explanation', 'within', 'not checkable'],
      rows: asked.map((rule) => [
        rule.says,
        rule.source,
        of(rule.id, 'needs an explanation'),
        of(rule.id, 'within'),
        of(rule.id, 'not checkable'),
      ]),
    };
  });
  return tables.filter((table) => table.rows.length > 0);
}

const fields: readonly [string, string][] = [
  ['reason_state', 'reason'],
  ['case_state', 'case number'],
  ['name_state', 'user name'],
  ['user_state', 'user id'],
  ['plate_state', 'plate'],
  ['filters_state', 'filters'],
  ['prompt_state', 'text prompt'],
];
const states = ['present', 'empty', 'placeholder', 'masked-agency', 'masked-vendor', 'no-column'];

async function coverage({ engine }: Workspace, own: string): Promise<ReportTable> {
  const parts = fields.map(
    ([column], index) =>
      `select ${index} as field, ${column} as state, count(*) as n from records_searches as r join search_logs as g on g.edition = r.edition where r.disposition = 'kept' and g.${own} group by ${column}`,
  );
  const rows = await engine.query(`${parts.join('\nunion all\n')}\norder by field, state`);
  const of = (field: number, state: string) =>
    Number(rows.find((row) => Number(row['field']) === field && row['state'] === state)?.['n'] ?? 0);
  return {
    caption: 'Cells of the logs, in rows as exported',
    heads: [
      'field',
      'readable',
      'empty',
      'placeholder',
      'masked by the agency',
      'masked by the vendor',
      'no such column',
    ],
    rows: fields.map(([, title], index) => [title, ...states.map((state) => of(index, state))]),
  };
}

/** The editions that the report rests on, with the hashes of the files as they were exported. */
async function files(workspace: Workspace, own: string): Promise<ReportTable> {
  const rows = await workspace.engine.query(`select edition from search_logs where ${own} order by edition`);
  const ids = new Set(rows.map((row) => row['edition']));
  const editions = workspace.editions.filter((edition) => ids.has(edition.edition));
  return {
    caption: 'Logs at hand, with the SHA-256 of each file as exported',
    heads: ['as of', 'rows in the file', 'kept', 'withheld', 'rejected', 'SHA-256'],
    rows: editions.map((one) => [
      one.asOf,
      one.accounting.records,
      one.accounting.kept,
      one.accounting.withheld,
      one.accounting.rejected,
      one.sha256,
    ]),
  };
}
