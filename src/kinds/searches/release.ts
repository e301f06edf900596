import type { ReleasePlan } from '../../figures/release.ts';

/** Of a search: who searched, from where, in which month. A federal account has no state; what could not be read says so. */
const who = `coalesce(s.organisation, 'unreadable') as organisation,
  case when s.level = 'federal' then 'federal' else coalesce(s.state, 'unreadable') end as state,
  s.level`;
const byWho = `coalesce(s.organisation, 'unreadable'), case when s.level = 'federal' then 'federal' else coalesce(s.state, 'unreadable') end, s.level`;

/**
 * What leaves of searches: these tables, of closed calendar months, small cells hidden. A search whose organisation
 * could not be read stands under `unreadable`; so does one that is in no log of a known network.
 */
export const searchRelease: ReleasePlan = {
  kind: 'searches',
  version: 2,
  base: `select ${who}, s.reason_class, s.month, count(*) as n
from searches as s
where s.month is not null
group by ${byWho}, s.reason_class, s.month
order by organisation, state, level, s.reason_class, s.month`,
  dimensions: ['organisation', 'state', 'level', 'reason_class', 'month'],
  parents: { organisation: ['state', 'level'], month: ['year'] },
  month: 'month',
  readable: {
    dimension: 'reason_class',
    unreadable: 'unreadable',
    values: ['immigration', 'department', 'other', 'unreadable'],
  },
  overlap: {
    dimension: 'network',
    within: 'organisation',
    base: `select coalesce(w.network, 'unreadable') as network, ${who}, s.month, count(*) as n
from searches as s
left join network_searches as w on w.event = s.event
where s.month is not null
group by coalesce(w.network, 'unreadable'), ${byWho}, s.month
order by network, organisation, state, level, s.month`,
  },
  covered: `select coalesce(g.network, 'unreadable') as network,
  case when g.log <> 'network' then coalesce(g.network, 'unreadable') end as organisation,
  case when g.log <> 'network' then case when l.level = 'federal' then 'federal' else coalesce(l.state, 'unreadable') end end as state,
  case when g.log <> 'network' then coalesce(l.level, 'unreadable') end as level,
  m.month
from search_logs as g
join (select distinct zone, month from search_hours) as m on m.zone = g.zone
  and m.month between @month_of(@in_zone(g.first_hour, g.zone)) and @month_of(@in_zone(g.last_hour, g.zone))
left join (select organisation, min(state) as state, min(level) as level from search_labels group by organisation) as l on l.organisation = g.network
order by network, organisation, m.month`,
  tables: [
    { id: 'organisation-month', title: 'Searches by organisation and month', by: ['organisation', 'month'] },
    {
      id: 'organisation-class-year',
      title: 'Searches by organisation, stated reason and year',
      by: ['organisation', 'reason_class', 'year'],
    },
    {
      id: 'state-class-month',
      title: 'Searches by state, stated reason and month',
      by: ['state', 'reason_class', 'month'],
    },
    {
      id: 'level-class-month',
      title: 'Searches by level, stated reason and month',
      by: ['level', 'reason_class', 'month'],
    },
    {
      id: 'network-organisation-year',
      title: 'Searches by network, organisation and year',
      by: ['network', 'organisation', 'year'],
    },
  ],
  lastDay: `select @iso_date(cast(max(last_hour) as date)) as last_day from search_logs`,
};
