import type { SqlRow } from '../engine/engine.ts';
import { sqlText } from '../engine/sql-text.ts';
import { type EditionNote, editionNote, inOrder, type Workbench } from '../figures/answer.ts';
import type { Comparison } from '../figures/comparison.ts';
import { addDecimals, subtractDecimals } from '../figures/exact.ts';
import type { Edition } from '../project/edition.ts';

export type ChangeKind = 'appeared' | 'vanished' | 'altered' | 'relabelled';

/** One change between two editions. An altered entry has one for each field. */
export interface Change {
  change: ChangeKind;
  key: string[];
  label: string;
  /** Of an altered entry, the field's title; of a re-labelled one, its old name is in `before`. */
  field: string | null;
  before: string | null;
  after: string | null;
  amountBefore: string | null;
  amountAfter: string | null;
  eventDate: string | null;
  /** An appeared entry whose event was on or before the earlier edition's date. */
  late: boolean;
  rowBefore: number | null;
  rowAfter: number | null;
  /** The id of the organisation that it is about, where the records tell one apart. */
  organisation: string | null;
  /** Of a line that stands for entries of persons: how many. It has no key, no place, no date and no value. */
  entries?: number;
}

/** What the publisher changed between two editions of one source. */
export interface Changes {
  comparison: string;
  source: string;
  period: string | null;
  from: EditionNote;
  to: EditionNote;
  counts: {
    appeared: number;
    vanished: number;
    altered: number;
    relabelled: number;
    unchanged: number;
    late: number;
  };
  /** As listed: re-labelled entries counted as one that vanished and one that appeared. */
  listed: { appeared: number; vanished: number };
  /** Exact decimal text; null where the records have no money. */
  money: {
    appeared: string;
    vanished: string;
    alteredBefore: string;
    alteredAfter: string;
    late: string;
    net: string;
  } | null;
  rows: Change[];
}

/** Compares two editions. The amounts are those of each edition for itself. */
export async function compareEditions(
  bench: Workbench,
  comparison: Comparison,
  from: Edition,
  to: Edition,
): Promise<Changes> {
  const joined = comparisonSql(comparison, from, to);
  const [counted] = await bench.engine.query(
    `${joined}\nselect count(*) filter (where in_before and in_after) as shared from joined`,
  );
  const found = await bench.engine.query(`${joined}\n${changesSql(comparison)}`);
  const rows = found.map((row) => toChange(row, comparison));
  const relabels = comparison.identity
    ? await relabelled(bench, comparison, joined)
    : new Map<string, string>();
  const organisations = await organisationsOf(bench, comparison, joined);
  const changes = summarise(comparison, from, to, rows, relabels, (counted?.['shared'] ?? 0) as number);
  for (const row of changes.rows)
    row.organisation = organisations.get(JSON.stringify(row.key)) ?? row.organisation;
  return changes;
}

function comparisonSql(comparison: Comparison, from: Edition, to: Edition): string {
  const { relation, key, fields, money, eventDate, label, where, organisation } = comparison;
  const parts = [
    ...key.map((column, index) => `${column} as key_${index}`),
    `${label} as label`,
    `${comparison.folded ?? 'false'} as folded`,
    `${organisation ?? 'cast(null as varchar)'} as organisation`,
    ...Object.keys(fields).map((column, index) => `cast(${column} as varchar) as field_${index}`),
    `${money === undefined ? 'cast(null as varchar)' : `cast(${money} as varchar)`} as amount`,
    `${eventDate === undefined ? 'cast(null as date)' : eventDate} as event_date`,
    ...(comparison.identity
      ? [...new Set([...comparison.identity.on, ...comparison.identity.with])].map(
          (column) => `${column} as id_${column}`,
        )
      : []),
  ];
  const side = (name: string, edition: Edition) => `${name} as (
  select * from (
    select "row", ${parts.join(', ')}, row_number() over (partition by ${key.join(', ')} order by "row") as copy
    from ${relation}
    where edition = ${sqlText(edition.edition)}${where === undefined ? '' : ` and (${where})`}
  ) as numbered_${name}
  where copy = 1
)`;
  const on = key.map((_, index) => `b.key_${index} is not distinct from a.key_${index}`).join(' and ');
  const both = (column: string) => `b.${column} as before_${column}, a.${column} as after_${column}`;
  const columns = [
    '"row"',
    'label',
    'folded',
    'organisation',
    'amount',
    'event_date',
    ...Object.keys(fields).map((_, index) => `field_${index}`),
  ];
  const ids = comparison.identity
    ? [...new Set([...comparison.identity.on, ...comparison.identity.with])].map(
        (column) => `coalesce(a.id_${column}, b.id_${column}) as id_${column}`,
      )
    : [];
  return `with ${side('before', from)},
${side('after', to)},
joined as (
  select b."row" is not null as in_before, a."row" is not null as in_after,
    ${key.map((_, index) => `coalesce(a.key_${index}, b.key_${index}) as key_${index}`).join(', ')},
    ${columns.map((column) => (column === '"row"' ? 'b."row" as before_row, a."row" as after_row' : both(column))).join(', ')}${ids.length === 0 ? '' : `,\n    ${ids.join(', ')}`}
  from before as b
  full outer join after as a on ${on}
)`;
}

function changesSql(comparison: Comparison): string {
  const keys = comparison.key.map((_, index) => `cast(key_${index} as varchar) as key_${index}`).join(', ');
  const shared = `${keys}, coalesce(before_folded, false) or coalesce(after_folded, false) as folded, before_amount, after_amount, before_row, after_row, coalesce(after_organisation, before_organisation) as organisation`;
  const date = (side: string) => `@iso_date(${side}_event_date) as event_date`;
  const parts = [
    `select 'appeared' as change, after_label as label, cast(null as varchar) as field, cast(null as varchar) as before, cast(null as varchar) as after, ${date('after')}, ${shared} from joined where not in_before`,
    `select 'vanished' as change, before_label as label, cast(null as varchar) as field, cast(null as varchar) as before, cast(null as varchar) as after, ${date('before')}, ${shared} from joined where not in_after`,
    ...Object.values(comparison.fields).map(
      (title, index) =>
        `select 'altered' as change, after_label as label, ${sqlText(title)} as field, before_field_${index} as before, after_field_${index} as after, ${date('after')}, ${shared} from joined where in_before and in_after and before_field_${index} is distinct from after_field_${index}`,
    ),
  ];
  return `select * from (\n${parts.join('\nunion all\n')}\n) as listed\norder by change, ${comparison.key.map((_, index) => `key_${index}`).join(', ')}, field`;
}

/** Keys of appeared entries -> keys of the vanished entries that bore the same identity. */
async function relabelled(
  bench: Workbench,
  comparison: Comparison,
  joined: string,
): Promise<Map<string, string>> {
  const { identity, key } = comparison;
  if (!identity) return new Map();
  const keys = (side: string) =>
    key.map((_, index) => `cast(${side}.key_${index} as varchar) as ${side}_${index}`).join(', ');
  const named = `named as (
  select j.*, i.${identity.column} as identity
  from joined as j
  join ${identity.relation} as i on ${identity.on.map((column) => `i.${column} = j.id_${column}`).join(' and ')}
)`;
  const sql = `${joined},
${named}
select ${keys('gone')}, ${keys('come')}
from named as gone
join named as come on come.identity = gone.identity${identity.with.map((column) => ` and come.id_${column} is not distinct from gone.id_${column}`).join('')}
where not gone.in_after and not come.in_before
order by ${key.map((_, index) => `gone_${index}, come_${index}`).join(', ')}`;
  const rows = await bench.engine.query(sql);
  const found = new Map<string, string>();
  const used = new Set<string>();
  for (const row of rows) {
    const come = JSON.stringify(key.map((_, index) => row[`come_${index}`] ?? null));
    const gone = JSON.stringify(key.map((_, index) => row[`gone_${index}`] ?? null));
    if (found.has(come) || used.has(gone)) continue;
    found.set(come, gone);
    used.add(gone);
  }
  return found;
}

/** Keys of entries -> the organisation that they are about. */
async function organisationsOf(
  bench: Workbench,
  { identity, key }: Comparison,
  joined: string,
): Promise<Map<string, string>> {
  if (!identity) return new Map();
  const keys = key.map((_, index) => `cast(j.key_${index} as varchar) as key_${index}`).join(', ');
  const found = await bench.engine.query(`${joined}
select ${keys}, min(i.${identity.column}) as organisation
from joined as j
join ${identity.relation} as i on ${identity.on.map((column) => `i.${column} = j.id_${column}`).join(' and ')}
group by ${key.map((_, index) => `j.key_${index}`).join(', ')}
order by ${key.map((_, index) => `key_${index}`).join(', ')}`);
  return new Map(
    found.map((row) => [
      JSON.stringify(key.map((_, index) => String(row[`key_${index}`] ?? ''))),
      row['organisation'] as string,
    ]),
  );
}

interface Listed extends Change {
  folded: boolean;
}

function toChange(row: SqlRow, { key }: Comparison): Listed {
  const text = (name: string) => (row[name] ?? null) as string | null;
  return {
    change: row['change'] as ChangeKind,
    key: key.map((_, index) => String(row[`key_${index}`] ?? '')),
    label: text('label') ?? '',
    field: text('field'),
    before: text('before'),
    after: text('after'),
    amountBefore: text('before_amount'),
    amountAfter: text('after_amount'),
    eventDate: text('event_date'),
    late: false,
    organisation: text('organisation'),
    folded: row['folded'] === true,
    rowBefore: (row['before_row'] ?? null) as number | null,
    rowAfter: (row['after_row'] ?? null) as number | null,
  };
}

function summarise(
  comparison: Comparison,
  from: Edition,
  to: Edition,
  listed: readonly Listed[],
  relabels: ReadonlyMap<string, string>,
  shared: number,
): Changes {
  const id = (change: Change) => JSON.stringify(change.key.map((part) => part || null));
  const gone = new Set(relabels.values());
  const vanished = new Map(
    listed.filter((change) => change.change === 'vanished').map((change) => [id(change), change]),
  );
  const rows: Listed[] = [];
  for (const change of listed) {
    if (change.change === 'vanished' && gone.has(id(change))) continue;
    const old = change.change === 'appeared' ? vanished.get(relabels.get(id(change)) ?? '') : undefined;
    if (old)
      rows.push({
        ...change,
        change: 'relabelled',
        before: old.label,
        after: change.label,
        amountBefore: old.amountBefore,
        rowBefore: old.rowBefore,
      });
    else
      rows.push({
        ...change,
        late: change.change === 'appeared' && change.eventDate !== null && change.eventDate <= from.asOf,
      });
  }
  const of = (kind: ChangeKind) => rows.filter((change) => change.change === kind);
  const alteredKeys = new Map(of('altered').map((change) => [id(change), change]));
  const late = rows.filter((change) => change.late);
  const sum = (changes: Iterable<Change>, side: 'amountBefore' | 'amountAfter') =>
    addDecimals(
      [...changes].map((change) => change[side] ?? '0'),
      2,
    );
  const money = {
    appeared: sum([...of('appeared'), ...of('relabelled')], 'amountAfter'),
    vanished: sum([...of('vanished'), ...of('relabelled')], 'amountBefore'),
    alteredBefore: sum(alteredKeys.values(), 'amountBefore'),
    alteredAfter: sum(alteredKeys.values(), 'amountAfter'),
    late: sum(late, 'amountAfter'),
  };
  const net = subtractDecimals(
    addDecimals([money.appeared, money.alteredAfter]),
    addDecimals([money.vanished, money.alteredBefore]),
  );
  const relabelledCount = of('relabelled').length;
  return {
    comparison: comparison.id,
    source: to.source,
    period: to.period ?? null,
    from: editionNote(from),
    to: editionNote(to),
    counts: {
      appeared: of('appeared').length,
      vanished: of('vanished').length,
      altered: alteredKeys.size,
      relabelled: relabelledCount,
      unchanged: shared - alteredKeys.size,
      late: late.length,
    },
    listed: {
      appeared: of('appeared').length + relabelledCount,
      vanished: of('vanished').length + relabelledCount,
    },
    money: comparison.money === undefined ? null : { ...money, net },
    rows: foldPersons(rows),
  };
}

/**
 * One line for all entries of persons under one kind of change (and field, and whether they are late): count and sums, no
 * key, no place.
 */
function foldPersons(rows: readonly Listed[]): Change[] {
  const plain: Change[] = [];
  const folded = new Map<string, Listed[]>();
  for (const row of rows) {
    const { folded: person, ...change } = row;
    if (!person) {
      plain.push(change);
      continue;
    }
    const line = `${row.change}\n${row.field ?? ''}\n${row.late}`;
    folded.set(line, [...(folded.get(line) ?? []), row]);
  }
  const sum = (entries: readonly Listed[], side: 'amountBefore' | 'amountAfter') =>
    entries.some((entry) => entry[side] !== null)
      ? addDecimals(entries.map((entry) => entry[side] ?? '0'))
      : null;
  for (const entries of folded.values()) {
    const [{ change, field, label, late }] = entries as [Listed, ...Listed[]];
    plain.push({
      change,
      key: [],
      label,
      field,
      before: null,
      after: null,
      amountBefore: sum(entries, 'amountBefore'),
      amountAfter: sum(entries, 'amountAfter'),
      eventDate: null,
      late,
      rowBefore: null,
      rowAfter: null,
      organisation: null,
      entries: entries.length,
    });
  }
  return plain;
}

/** Two editions to compare, the earlier first. */
export interface EditionPair {
  from: Edition;
  to: Edition;
}

/** What a person asks for: a source and two dates; without dates the two latest editions of each period. */
export interface PairQuery {
  source?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The editions that a comparison covers, by source and period, each group in order. */
export function comparedGroups(
  comparison: Comparison,
  editions: readonly Edition[],
  source?: string,
): Edition[][] {
  const groups = new Map<string, Edition[]>();
  for (const edition of [...editions].sort(inOrder)) {
    if (!comparison.sources.includes(edition.source)) continue;
    if (source !== undefined && edition.source !== source) continue;
    if (edition.coverage === 'window' || edition.coverage === 'delta') continue;
    const group = `${edition.source}\n${edition.coverage === 'partition' ? (edition.period ?? edition.firstEvent) : ''}`;
    groups.set(group, [...(groups.get(group) ?? []), edition]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, listed]) => listed);
}

/** Each two neighbouring editions of a source and period, the oldest first. */
export function neighbours(listed: readonly Edition[]): EditionPair[] {
  return listed.slice(1).map((to, index) => ({ from: listed[index] as Edition, to }));
}

/**
 * The pairs of editions that a question means: of each source and period that the comparison covers, the edition in
 * force on each date, or the two latest; none where one edition is in force on both dates. Editions of `window` and
 * `delta` coverage add to one another and are not compared.
 */
export function editionPairs(
  comparison: Comparison,
  editions: readonly Edition[],
  query: PairQuery,
): EditionPair[] {
  const pairs: EditionPair[] = [];
  for (const listed of comparedGroups(comparison, editions, query.source)) {
    const to = listed.filter((edition) => query.to === undefined || edition.asOf <= query.to).at(-1);
    const before = listed.slice(0, to ? listed.indexOf(to) : 0);
    const from = before.filter((edition) => query.from === undefined || edition.asOf <= query.from).at(-1);
    if (!from || !to) continue;
    // Two editions of one day are compared on that day; else what is in force on the earlier date is not the later one.
    if (query.from === undefined || to.asOf > query.from || to.asOf === from.asOf) pairs.push({ from, to });
  }
  return pairs;
}
