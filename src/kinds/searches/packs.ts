import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { sqlDate, sqlList, sqlText } from '../../engine/sql-text.ts';
import type { Model } from '../../figures/model.ts';

/** One rule of a pack; which parameters it has depends on its type. */
export interface PackRule {
  id: string;
  type:
    | 'required-field'
    | 'reason-class'
    | 'offence'
    | 'allowed-purposes'
    | 'organisation-scope'
    | 'look-back'
    | 'breadth';
  /** What it asks, in one sentence. */
  says: string;
  source: string;
  /** When the source was read, ISO date. */
  read: string;
  /** First and last day in force, ISO dates. */
  from?: string;
  to?: string;
  field?: 'reason' | 'case' | 'name' | 'plate';
  classes?: readonly string[];
  offences?: readonly string[];
  days?: number;
  networks?: number;
  /** Of organisation-scope: organisations that need no explanation, e.g. with a declaration or an agreement at hand. */
  allow?: readonly string[];
}

/** Rules of one instrument: `schemas/pack.schema.json`. */
export interface Pack {
  id: string;
  title: string;
  /** `draft` until a person has held every rule against the official text; said on every result. */
  status: 'draft' | 'confirmed';
  /** ISO date on which a person held every rule against the official text; only, and always, of a confirmed pack. */
  confirmed_on?: string;
  state?: string;
  network?: string;
  rules: readonly PackRule[];
}

/** The packs that the program ships, all of them drafts. */
export const shippedPacks: readonly Pack[] = readdirSync(new URL('./packs/', import.meta.url))
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => parse(readFileSync(new URL(`./packs/${name}`, import.meta.url), 'utf8')) as Pack);

const explain = `'needs an explanation'`;
const within = `'within'`;
const uncheckable = `'not checkable'`;
const masked = `('masked-vendor', 'masked-agency', 'no-column')`;
const blank = `('empty', 'placeholder')`;

/** Families of reasons that do not say what a search is for. */
const purposeless = ['other', 'unspecified', 'agency-assist', 'dispatch-alert'];

/** SQL over `searches`: the result of a rule. A masked cell is never a pass. */
export function resultSql(rule: PackRule): string {
  switch (rule.type) {
    case 'required-field': {
      const state = `s.${rule.field ?? 'reason'}_state`;
      return `case when ${state} in ${blank} then ${explain} when ${state} in ${masked} then ${uncheckable} else ${within} end`;
    }
    case 'reason-class': {
      // A part of the department without a purpose may be what the rule means, and may not.
      const open = rule.classes?.includes('department')
        ? ''
        : ` when s.reason_class = 'department' then ${uncheckable}`;
      return `case when s.reason_class in ${sqlList(rule.classes ?? [])} then ${explain}${open} when s.reason_class = 'unreadable' then ${uncheckable} else ${within} end`;
    }
    case 'offence':
      return `case when s.offence in ${sqlList(rule.offences ?? [])} then ${explain} when s.reason_class = 'unreadable' then ${uncheckable} else ${within} end`;
    case 'allowed-purposes': {
      // Words that say no purpose may stand for one that is allowed, and so may a part of the department.
      const classes = sqlList(rule.classes ?? []);
      return `case when s.reason_class in ('immigration', 'department') and s.reason_class in ${classes} then ${within} when s.reason_class = 'immigration' then ${explain} when s.reason_class in ('department', 'unreadable') then ${uncheckable} when s.offence in ${sqlList(rule.offences ?? [])} then ${within} when coalesce(s.offence, 'other') in ${sqlList(purposeless)} then ${uncheckable} else ${explain} end`;
    }
    case 'organisation-scope':
      return `case when ${rule.allow?.length ? `s.organisation in ${sqlList(rule.allow)}` : 'false'} then ${within} when s.scope in ('outside', 'federal') then ${explain} when s.scope = 'unreadable' then ${uncheckable} else ${within} end`;
    case 'look-back':
      return `case when s.lookback_hours > ${(rule.days ?? 0) * 24} then ${explain} when s.lookback_hours is null then ${uncheckable} else ${within} end`;
    case 'breadth':
      return `case when s.networks <= ${rule.networks ?? 0} and s.networks > 0 then ${within} when s.networks > ${rule.networks ?? 0} and s.case_state in ${blank} then ${explain} when s.networks > 0 and s.case_state = 'present' then ${within} else ${uncheckable} end`;
  }
}

/** The columns of a search that its findings carry. */
const carried = [
  'network',
  'edition',
  '"row"',
  ...['organisation', 'level', 'state', 'scope', 'reason_class', 'offence', 'search_type'],
  ...['month', 'year', 'day', 'hour_of_day', 'zone'],
];

/** What a finding, or a test, takes from the search itself, whichever log it stands in. */
const ofSearch = `e.organisation, e.level, e.state, e.month, e.year, e.day, e.hour_of_day, e.zone, e.search_type,
    e.reason_class, e.offence, e.networks, e.lookback_hours, e.reason_state, e.case_state, e.name_state, e.plate_state`;

/**
 * SQL of the findings of packs: one row per search, network in whose log it stands, and rule in whose scope it falls.
 * The rules that apply are those of the network's state; a search of no known network falls under packs of any.
 *
 * All rules are tested in one pass: searches meet them in a join by state, and each row is tested as its rule says. Only
 * searches in the logs of several networks are looked up among the listings.
 */
export function findingsSql(packs: readonly Pack[]): string {
  const states = [...new Set(packs.flatMap((pack) => pack.state ?? []))].sort();
  const tests: string[] = [];
  /** The number of a test; rules of the same words share one. */
  const testOf = (rule: PackRule): number => {
    const sql = resultSql(rule);
    if (!tests.includes(sql)) tests.push(sql);
    return tests.indexOf(sql) + 1;
  };
  // A rule of no state stands once for each state that has rules of its own, and once, '', for all others.
  const rules = packs.flatMap((pack) =>
    pack.rules.flatMap((rule) => {
      const cells = [
        sqlText(pack.id),
        sqlText(pack.status),
        sqlText(rule.id),
        pack.network === undefined ? 'cast(null as varchar)' : sqlText(pack.network),
        rule.from === undefined ? 'cast(null as date)' : sqlDate(rule.from),
        rule.to === undefined ? 'cast(null as date)' : sqlDate(rule.to),
        String(testOf(rule)),
      ];
      const places = pack.state === undefined ? [...states, ''] : [pack.state];
      return places.map((place) => `(${[sqlText(place), ...cells].join(', ')})`);
    }),
  );
  const place =
    states.length === 0
      ? `''`
      : `case when s.network_state in ${sqlList(states)} then s.network_state else '' end`;
  return `with rules as (
  select * from (values
${rules.join(',\n')}
  ) as listed (place, pack, pack_status, rule, network, first_day, last_day, test)
),
held as (
  select e.network, case when e.network is not null then e.network_state end as network_state, e.edition, e."row", e.scope,
    ${ofSearch}
  from searches as e
  where not e.shared
  union all
  select w.network, w.network_state, coalesce(w.edition, e.edition) as edition, coalesce(w."row", e."row") as "row", coalesce(w.scope, e.scope) as scope,
    ${ofSearch}
  from searches as e
  left join (
    select network, network_state, event, edition, "row", scope from network_searches
    where event in (select event from searches where shared)
  ) as w on w.event = e.event
  where e.shared
)
select r.pack, r.pack_status, r.rule, ${carried.map((column) => `s.${column}`).join(', ')},
  case r.test
${tests.map((sql, index) => `    when ${index + 1} then ${sql}`).join('\n')}
  end as result
from held as s
join rules as r on r.place = ${place}
where (r.network is null or s.network = r.network)
  and (r.first_day is null or s.day >= r.first_day)
  and (r.last_day is null or s.day <= r.last_day)`;
}

/** The model of the findings of packs. A view: it follows the packs of a project without a build. */
export function findingsOf(packs: readonly Pack[]): Model {
  return {
    name: 'search_findings',
    says: 'one row per search, network and rule in whose scope it falls, with what came of it',
    orderBy: 'pack, rule, edition, "row"',
    sql: findingsSql(packs),
    view: true,
  };
}
