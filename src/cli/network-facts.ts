import type { Workspace } from '../build/workspace.ts';
import { sqlText } from '../engine/sql-text.ts';
import { largestHidden } from '../figures/release.ts';
import type { Pack, PackRule } from '../kinds/searches/packs.ts';

/** A network whose logs are at hand. */
export interface Network {
  id: string;
  name: string;
  state: string | null;
  /** The time zone in which its months and hours are told. */
  zone: string;
}

/** A column of the logs, and in words what its cells are; never how many. */
export interface FieldCoverage {
  field: string;
  title: string;
  /** Of `readable`, `empty`, `masked`, `refused`, `missing`, `unread`: those of which there are more than a few cells. */
  found: readonly CellGroup[];
}

type CellGroup = 'readable' | 'empty' | 'masked' | 'refused' | 'missing' | 'unread';

/** The networks of which there are logs, in the order of their ids. */
export async function networksOf({ engine }: Workspace): Promise<Network[]> {
  const rows = await engine.query(
    'select network, min(network_name) as name, min(network_state) as state, min(zone) as zone from search_logs where network is not null group by network order by network',
  );
  return rows.map((row) => ({
    id: String(row['network']),
    name: String(row['name']),
    state: (row['state'] ?? null) as string | null,
    zone: String(row['zone']),
  }));
}

const columns: readonly [string, string, string][] = [
  ['organisation', 'organisation', "case when r.org_text is not null then 'present' else r.org_state end"],
  ['reason', 'stated reason', 'r.reason_state'],
  ['case', 'case number', 'r.case_state'],
  ['name', 'user name', 'r.name_state'],
  ['user', 'user id', 'r.user_state'],
  ['plate', 'plate', 'r.plate_state'],
  [
    'window',
    'window of time asked for',
    "case when r.lookback_hours is null then 'unread' else 'present' end",
  ],
  ['filters', 'filters', 'r.filters_state'],
  ['prompt', 'text prompt', 'r.prompt_state'],
];
const groups: readonly [CellGroup, string][] = [
  ['readable', `in ('present', 'holder')`],
  ['empty', `in ('empty', 'placeholder')`],
  ['masked', `in ('masked', 'masked-vendor', 'masked-agency')`],
  ['refused', `in ('not-accepted')`],
  ['missing', `in ('no-column')`],
  ['unread', `in ('unread')`],
];

/** What can be read in a network's logs, column by column. A state of a few cells only is not told. */
export async function coverageOf({ engine }: Workspace, network: Network): Promise<FieldCoverage[]> {
  const sums = columns.flatMap(([field, , state]) =>
    groups.map(([group, is]) => `sum(case when ${state} ${is} then 1 else 0 end) as ${field}_${group}`),
  );
  const [row] = await engine.query(
    `select ${sums.join(',\n  ')} from records_searches as r join search_logs as g on g.edition = r.edition where r.disposition = 'kept' and g.network = ${sqlText(network.id)}`,
  );
  return columns.map(([field, title]) => ({
    field,
    title,
    found: groups
      .filter(([group]) => Number(row?.[`${field}_${group}`] ?? 0) > largestHidden)
      .map(([group]) => group),
  }));
}

const words: Readonly<Record<CellGroup, string>> = {
  readable: 'readable',
  empty: 'left empty or filled with a placeholder',
  masked: 'masked',
  refused: 'in no known form (not kept)',
  missing: 'not exported',
  unread: 'not exported or not readable',
};

/** A column's coverage in words: `readable in part, masked in part`. */
export function coverageText({ found }: FieldCoverage): string {
  const [first, ...others] = found;
  if (first === undefined) return 'too few rows to say';
  if (others.length === 0) return words[first];
  return found.map((one) => `${words[one]} in part`).join(', ');
}

/** The packs that apply to a network: of its state, of itself, and of any. */
export function packsFor(packs: readonly Pack[], network: Network): Pack[] {
  return packs.filter(
    (pack) =>
      (pack.state === undefined || pack.state === network.state) &&
      (pack.network === undefined || pack.network === network.id),
  );
}

const fieldsOf: Readonly<Record<PackRule['type'], readonly string[]>> = {
  'required-field': [],
  'reason-class': ['reason'],
  offence: ['reason'],
  'allowed-purposes': ['reason'],
  'organisation-scope': ['organisation'],
  'look-back': ['window'],
  breadth: ['case'],
};

/** Whether a rule can be checked with a network's logs: a masked or missing cell is never within a rule. */
export function checkable(rule: PackRule, coverage: readonly FieldCoverage[]): string {
  const fields = rule.type === 'required-field' ? [rule.field ?? 'reason'] : fieldsOf[rule.type];
  const found = new Set(coverage.filter(({ field }) => fields.includes(field)).flatMap((one) => one.found));
  const closed = (['masked', 'refused', 'missing', 'unread'] as const).some((one) => found.has(one));
  const open = found.has('readable') || (found.has('empty') && rule.type !== 'organisation-scope');
  if (!open) return 'not checkable with these logs';
  return closed ? 'checkable in part' : 'checkable';
}
