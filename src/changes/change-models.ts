import { sqlList, sqlText } from '../engine/sql-text.ts';
import type { Comparison } from '../figures/comparison.ts';
import { loadModels, type Model } from '../figures/model.ts';

/**
 * One model of difference for all kinds, as SQL: the same rules as `compareEditions` and `historyOf`, over all editions
 * asked for at once, so that changes can be counted, filtered, dated and sealed like anything else.
 */
export function changeModels(comparisons: readonly Comparison[]): Model[] {
  const sources = [...new Set(comparisons.flatMap((comparison) => comparison.sources))].sort();
  return [
    {
      name: 'changes_steps',
      says: 'one row per edition that can be compared with another of its source and period, numbered in order',
      orderBy: 'source, period_key, step',
      sql: stepsSql(sources),
    },
    {
      name: 'changes_rows',
      says: 'one row per entry and field that differs between an edition and the one before it',
      orderBy: 'source, edition, "row", change, field, shown_on',
      sql: rowsSql(comparisons),
    },
    ...loadModels(new URL('./models/', import.meta.url)),
  ];
}

/** Editions of `window` and `delta` coverage add to one another and are not compared. */
function stepsSql(sources: readonly string[]): string {
  return `select s.edition, s.source, s.kind, s.period_key, s.as_of, s.step, s.steps,
  lag(s.as_of) over (partition by s.source, s.period_key order by s.step) as before_on,
  lead(s.as_of) over (partition by s.source, s.period_key order by s.step) as next_on
from (
  select k.*,
    row_number() over (partition by k.source, k.period_key order by k.as_of, k.day_part, k.seq) as step,
    count(*) over (partition by k.source, k.period_key) as steps
  from (
    select edition, source, kind, as_of, day_part, seq,
      case when coverage = 'partition' then coalesce(period, @iso_date(first_event), '') else '' end as period_key
    from editions
    where source in ${sqlList(sources)} and coverage not in ('window', 'delta')
  ) as k
) as s`;
}

/**
 * All comparisons in one clause: a distributed engine reads a table once for each mention of a query that stands deeper
 * in a statement, and refuses a plan of too many stages.
 */
function rowsSql(comparisons: readonly Comparison[]): string {
  const each = comparisons.map(comparisonSql);
  return `with ${each.map(({ queries }) => queries).join(',\n')}\n${each.map(({ changes }) => changes).join('\nunion all\n')}`;
}

/** The queries that a comparison rests on, each with its number in its name, and its changes. */
function comparisonSql(comparison: Comparison, index: number): { queries: string; changes: string } {
  const {
    key,
    fields,
    identity,
    organisation: own,
    relation,
    where,
    eventDate,
    folded,
    label,
    sources,
  } = comparison;
  const text = 'cast(null as varchar)';
  const named = (name: string) => `${name}_${index}`;
  const keys = key.map((_, at) => `key_${at}`).join(', ');
  const titles = Object.values(fields);
  const ids = identity ? [...new Set([...identity.on, ...identity.with])] : [];
  const on = identity?.on.map((column) => `i.${column} = s.id_${column}`).join(' and ');
  const withs = identity?.with.map((column) => `id_${column}`).join(', ') ?? '';
  const side = `source, period_key, shown_step, identity_id${withs === '' ? '' : `, ${withs}`}`;
  const same = ['source', 'period_key', 'shown_step', 'identity_id', 'place']
    .map((column) => `g.${column} = c.${column}`)
    .concat((identity?.with ?? []).map((column) => `g.id_${column} is not distinct from c.id_${column}`))
    .join(' and ');
  const ours = (from: string) =>
    `${from}.edition, ${from}.row_no as "row", ${from}.row_no as entry_row, ${from}.kind, ${from}.source, ${from}.period_key as period`;
  const shown = (from: string, column: string) =>
    `case when ${from}.folded then null else ${from}.${column} end`;
  const change = (
    from: string,
    what: string,
    parts: { date: string; before: string; field?: string; was?: string; is?: string },
  ) => `select ${what} as change, ${ours(from)}, ${parts.date} as shown_on, ${parts.before} as before_on,
  ${from}.label, ${from}.organisation, ${parts.field ?? text} as field, ${parts.was ?? text} as was, ${parts.is ?? text} as became,
  ${shown(from, 'event_date')} as event_date, case when ${from}.folded then 'persons' else 'organisations' end as about
`;
  const queries = `${named('listed')} as (
  select x.edition, x."row" as row_no, ${key.map((column, at) => `x.${column} as key_${at}`).join(', ')}, x.label,
    x.folded, x.own, ${titles.map((_, at) => `x.field_${at}`).join(', ')}, x.event_date${ids.map((column) => `, x.id_${column}`).join('')}
  from (
    select edition, "row", ${key.join(', ')}, ${label} as label, ${folded ?? 'false'} as folded, ${own ?? text} as own,
      ${Object.keys(fields)
        .map((column, at) => `cast(${column} as varchar) as field_${at}`)
        .join(', ')},
      ${eventDate ?? 'cast(null as date)'} as event_date${ids.map((column) => `, ${column} as id_${column}`).join('')},
      row_number() over (partition by edition, ${key.join(', ')} order by "row") as copy
    from ${relation}
    where edition in (select edition from changes_steps where steps > 1 and source in ${sqlList(sources)})${where === undefined ? '' : ` and (${where})`}
  ) as x
  where x.copy = 1
),
${named('seen')} as (
  select s.*, ${identity ? `i.${identity.column}` : text} as identity_id,
    ${identity ? `i.${identity.column}` : 'case when s.folded then null else s.own end'} as organisation
  from (
    select l.*, e.source, e.kind, e.period_key, e.as_of, e.step, e.steps, e.before_on, e.next_on,
      lag(e.step) over (partition by e.source, e.period_key, ${keys} order by e.step) as last_step,
      lead(e.step) over (partition by e.source, e.period_key, ${keys} order by e.step) as later_step${titles
        .map(
          (_, at) =>
            `,\n      lag(l.field_${at}) over (partition by e.source, e.period_key, ${keys} order by e.step) as was_${at}`,
        )
        .join('')},
      lag(l.folded) over (partition by e.source, e.period_key, ${keys} order by e.step) as was_folded
    from ${named('listed')} as l
    join changes_steps as e on e.edition = l.edition
  ) as s${identity ? `\n  left join ${identity.relation} as i on ${on}` : ''}
),
${named('come')} as (
  select n.*, n.step as shown_step, row_number() over (partition by ${side.replace('shown_step', 'step')} order by ${keys}) as place
  from ${named('seen')} as n
  where n.step > 1 and (n.last_step is null or n.last_step < n.step - 1)
),
${named('gone')} as (
  select n.*, n.step + 1 as shown_step, row_number() over (partition by ${side.replace('shown_step', 'step')} order by ${keys}) as place
  from ${named('seen')} as n
  where n.step < n.steps and (n.later_step is null or n.later_step > n.step + 1)
)`;
  const changes = `${change('c', `case when g.edition is not null then 're-labelled' when c.last_step is null then 'appeared' else 're-appeared' end`, { date: 'c.as_of', before: 'c.before_on', was: 'g.label', is: 'case when g.edition is not null then c.label end' })}from ${named('come')} as c
left join ${named('gone')} as g on ${same}
union all
${change('g', `case when g.shown_step = g.steps then 'unconfirmed' else 'vanished' end`, { date: 'g.next_on', before: 'g.as_of' })}from ${named('gone')} as g
left join ${named('come')} as c on ${same}
where c.edition is null${titles
    .map(
      (title, at) => `
union all
${change('a', `'altered'`, { date: 'a.as_of', before: 'a.before_on', field: sqlText(title), was: `case when a.folded or a.was_folded then null else a.was_${at} end`, is: shown('a', `field_${at}`) })}from ${named('seen')} as a
where a.last_step = a.step - 1 and a.was_${at} is distinct from a.field_${at}`,
    )
    .join('')}`;
  return { queries, changes };
}
