import type { ReleasePlan } from '../../figures/release.ts';

/**
 * What leaves of searches: these tables, of closed calendar months, small cells hidden. A search whose organisation
 * could not be read stands under `unreadable`.
 */
export const searchRelease: ReleasePlan = {
  kind: 'searches',
  base: `select coalesce(organisation, 'unreadable') as organisation, coalesce(state, 'unreadable') as state, level, reason_class, month, count(*) as n
from searches
where month is not null
group by coalesce(organisation, 'unreadable'), coalesce(state, 'unreadable'), level, reason_class, month
order by organisation, state, level, reason_class, month`,
  dimensions: ['organisation', 'state', 'level', 'reason_class', 'month'],
  parents: { organisation: ['state', 'level'], month: ['year'] },
  month: 'month',
  readable: {
    dimension: 'reason_class',
    unreadable: 'unreadable',
    values: ['immigration', 'department', 'other', 'unreadable'],
  },
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
    { id: 'organisation-year', title: 'Searches by organisation and year', by: ['organisation', 'year'] },
  ],
  lastDay: `select @iso_date(cast(max(last_hour) as date)) as last_day from search_logs`,
};
