import type { Workspace } from '../build/workspace.ts';
import { sqlText } from '../engine/sql-text.ts';
import { identified, organisationSql } from '../kinds/searches/account-identity.ts';
import type { Pack } from '../kinds/searches/packs.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import { programVersion } from '../project/version.ts';
import type { PublishedRelease } from '../publication/published.ts';
import type { ReleasedRow } from '../publication/release.ts';
import type { Report, ReportTable } from '../publication/report-page.ts';
import { flowsOf, type Place, type ShownSum } from '../publication/sums-of-shown.ts';
import { askedInRelease } from './asked-in-release.ts';
import { checkable, coverageOf, coverageText, type Network, networksOf, packsFor } from './network-facts.ts';

/** Finds a network by its id or its name, in whatever spelling. Throws CF-REPORT-001 where no log is of it. */
export async function findNetwork(workspace: Workspace, given: string): Promise<Network> {
  const networks = await networksOf(workspace);
  const wanted = given.trim().toLowerCase();
  const found =
    networks.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted) ??
    (await spelledOtherwise(workspace, wanted, networks));
  if (found) return found;
  const known = networks.map(({ id }) => id);
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

/** The network whose account is written another way: `Exampleton CA Police Department`. */
async function spelledOtherwise(
  workspace: Workspace,
  label: string,
  networks: readonly Network[],
): Promise<Network | undefined> {
  const account = identified(`(select ${sqlText(label)} as label)`);
  const [row] = await workspace.engine.query(
    `select ${organisationSql('account_key')} as id from ${account} as named`,
  );
  return networks.find(({ id }) => id === row?.['id']);
}

const classes: readonly [string, string][] = [
  ['immigration', 'names immigration'],
  ['department', 'department only'],
  ['other', 'names neither'],
  ['unreadable', 'not readable'],
];

/** What a report is put together from. */
export interface ReportInput {
  workspace: Workspace;
  network: Network;
  release: PublishedRelease;
  /** Names of organisations by id. */
  names: ReadonlyMap<string, string>;
  /** Where they are, by id. */
  places: ReadonlyMap<string, Place>;
  packs: readonly Pack[];
  notice: string | null;
}

/**
 * A report of a few pages that may be handed on: its counts are released ones, small counts hidden, and it says of the
 * logs what they hold, not how much. Exact counts and rows are for the holder: on the terminal, and in the worksheet.
 */
export async function networkReport(input: ReportInput): Promise<Report> {
  const { workspace, network, release, packs } = input;
  const figure = workspace.registry.figure('searches.searches');
  const coverage = await coverageOf(workspace, network);
  const alone = (await networksOf(workspace)).length === 1;
  const span =
    release.months.length === 0
      ? 'no calendar month has been released yet'
      : `${release.months[0]} to ${release.months.at(-1)}`;
  const all = alone ? '' : ' (all networks of this project together)';
  return {
    title: `How the network of ${network.name} was searched`,
    notice: input.notice,
    about: [
      `Released months: ${span}. Months are those of the time zone ${network.zone}.`,
      `${release.hiddenCells.toLocaleString('en-US')} of ${release.cells.toLocaleString('en-US')} released counts are hidden${release.hiddenShare === null ? '' : `; as far as shown counts of larger groups tell, those of the first table hold ${release.hiddenShare.high === null ? `at least ${release.hiddenShare.low}%` : `${release.hiddenShare.low}% to ${release.hiddenShare.high}%`} of the searches`}. Counts of larger groups include them.`,
      '[c]: a count of 1 to 9, or one that is hidden so that such a count cannot be worked out. [x]: could not be read, or no log at hand covers it; it is not zero. 0 says that the logs at hand list none, not that nobody searched.',
      'The subject is organisations and how a system is queried. Nobody who searches and nobody who is searched for is in this report.',
    ],
    sections: [
      {
        title: 'How it was counted',
        says: [
          figure?.definition ?? '',
          'Stated reasons are sorted into classes by fixed rules. “Department only”: the reason names a part of the department or an ambiguous word, its purpose not certain.',
          'Counts leave as a fixed set of tables of closed calendar months; every hidden count keeps at least ten possible values, earlier releases taken into account.',
        ],
        tables: [],
      },
      {
        title: 'Figures',
        says: [
          'Reasons before and after late 2025 are not comparable: free text became a list of offences. A line is drawn there.',
        ],
        tables: [
          whoSearches(input),
          fromWhere(input),
          byMonth(input, `Searches by level of government and stated reason, month by month${all}`, 'level'),
          lastMonth(input, `Searches by state and stated reason, the latest released month${all}`),
        ],
      },
      {
        title: 'Findings',
        says: [
          'A finding is a question to the holder of the log: a search needs an explanation under a rule, is within it, or cannot be checked because a field was masked or not exported. A log does not show what was really done.',
          'How many a rule asks about is told where released counts tell it: the sum of shown counts in which it was in force throughout. A hidden count is at least 1, and is not in the sum. What looks at single searches (a missing field, a window, a breadth) is in no released table: the holder of the log sees it with "counterfoil figure searches.findings --by pack --by rule --by result", and the rows in a worksheet of their own.',
        ],
        tables: packsFor(packs, network).map((pack) => ({
          caption: `${pack.title} (${pack.status === 'draft' ? 'draft, to be confirmed' : `confirmed on ${pack.confirmed_on}`})`,
          heads: ['what is asked', 'source', 'in force', 'with these logs', 'needs an explanation'],
          rows: pack.rules.map((rule) => [
            rule.says,
            `${rule.source}; read ${rule.read}`,
            rule.from === undefined && rule.to === undefined
              ? 'not stated'
              : `${rule.from ?? 'before'} to ${rule.to ?? 'now'}`,
            checkable(rule, coverage),
            askedText(askedInRelease(rule, network, release.tables, input.places)),
          ]),
        })),
      },
      {
        title: 'What could be read',
        says: ['A masked cell is never counted as empty, and never as within a rule.'],
        tables: [
          {
            caption: 'Columns of the logs',
            heads: ['column', 'cells'],
            rows: coverage.map((one) => [one.title, coverageText(one)]),
          },
        ],
      },
      { title: 'Limits', says: figure?.caveats ?? [], tables: [] },
      { title: 'Files', says: [], tables: [await files(workspace, network)] },
    ],
    program: `Counterfoil ${programVersion}`,
  };
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const shown = (row: ReleasedRow | undefined): string | number => row?.shown ?? 0;

/** Who searches the network, by year; in the order of names, never of counts. */
function whoSearches({ release, network, names }: ReportInput): ReportTable {
  const rows = (release.tables.find(({ by }) => by.includes('network'))?.rows ?? []).filter(
    (row) => row.values['network'] === network.id,
  );
  const years = [...new Set(rows.map((row) => row.values['year'] as string))].sort(byText);
  const head = (year: string) => {
    const through = rows.find((row) => row.values['year'] === year)?.through;
    return through === undefined || through === null || through.endsWith('-12')
      ? year
      : `${year}, through ${through}`;
  };
  const name = (id: string) => (id === 'unreadable' ? 'not readable' : (names.get(id) ?? id));
  const ids = [...new Set(rows.map((row) => row.values['organisation'] as string))].sort((a, b) =>
    byText(name(a), name(b)),
  );
  return {
    caption: 'Who searched the network, by year, in the order of names',
    heads: ['organisation', ...years.map(head)],
    rows: ids.map((id) => [
      name(id),
      ...years.map((year) =>
        shown(rows.find((row) => row.values['organisation'] === id && row.values['year'] === year)),
      ),
    ]),
  };
}

/** From which states the network was searched, as far as shown counts tell. */
function fromWhere({ release, network, places }: ReportInput): ReportTable {
  const tables = release.tables.map((table) => ({
    ...table,
    rows: table.rows.filter(({ values }) => values['network'] === network.id),
  }));
  return {
    caption:
      'From where the network was searched: sums of the shown counts above; federal accounts have no state',
    heads: ['state of the organisation', 'year', 'in shown counts', 'hidden counts beside these'],
    rows: flowsOf(tables, places, 'state').map((flow) => [
      flow.from === 'unreadable' ? 'not readable' : flow.from,
      flow.through === null || flow.through.endsWith('-12')
        ? flow.year
        : `${flow.year}, through ${flow.through}`,
      flow.shown ?? '[c]',
      flow.hidden,
    ]),
  };
}

function askedText(asked: ShownSum | null): string {
  if (asked === null) return 'seen by the holder alone';
  const hidden =
    asked.hidden === 0 ? '' : `; ${asked.hidden} hidden count${asked.hidden === 1 ? '' : 's'} beside`;
  return `${asked.shown?.toLocaleString('en-US') ?? 'none'} in shown counts${hidden}`;
}

/** One line a month and value, stated reasons across; lines of nothing but zeros are left out. */
function byMonth({ release }: ReportInput, caption: string, dimension: string): ReportTable {
  const rows =
    release.tables.find(
      ({ by }) => by.includes(dimension) && by.includes('reason_class') && by.includes('month'),
    )?.rows ?? [];
  const lines = Map.groupBy(rows, (row) => `${row.values['month']}|${row.values[dimension]}`);
  const found: (string | number)[][] = [];
  let before = '';
  for (const key of [...lines.keys()].sort(byText)) {
    const [month, value] = key.split('|') as [string, string];
    const of = lines.get(key) ?? [];
    if (of.every((row) => row.shown === 0)) continue;
    if (before !== '' && before < '2025-11' && month >= '2025-11')
      found.push(['the form of reasons changed', '', ...classes.map(() => '')]);
    before = month;
    found.push([
      month,
      value,
      ...classes.map(([id]) => shown(of.find((row) => row.values['reason_class'] === id))),
    ]);
  }
  return { caption, heads: ['month', dimension, ...classes.map(([, title]) => title)], rows: found };
}

function lastMonth(input: ReportInput, caption: string): ReportTable {
  const last = input.release.months.at(-1);
  const whole = byMonth(input, caption, 'state');
  return {
    ...whole,
    caption: `${caption}: ${last ?? 'none'}`,
    rows: whole.rows.filter(([month]) => month === last),
  };
}

/** SQL of the findings in a network's logs: one row a search and rule. */
export function findingsIn(network: Network): string {
  return `select f.pack, f.pack_status, f.rule, f.result, f.edition, f."row" from search_findings as f where f.network = ${sqlText(network.id)}`;
}

/** The editions that the report rests on, with the hashes of the files as they were exported. */
async function files(workspace: Workspace, network: Network): Promise<ReportTable> {
  const rows = await workspace.engine.query(
    `select edition from search_logs where network = ${sqlText(network.id)} order by edition`,
  );
  const ids = new Set(rows.map((row) => row['edition']));
  const editions = workspace.editions
    .filter((edition) => ids.has(edition.edition))
    .sort((a, b) => byText(a.asOf, b.asOf));
  return {
    caption: 'Logs at hand, with the SHA-256 of each file as exported',
    heads: ['as of', 'SHA-256'],
    rows: editions.map((one) => [one.asOf, one.sha256]),
  };
}
