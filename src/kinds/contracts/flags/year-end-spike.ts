import type { Flag } from '../../../figures/flag.ts';

export const yearEndSpike: Flag = {
  id: 'contracts.year-end-spike',
  title: 'Year-end spike',
  unit: 'agency and fiscal year',
  method:
    'The share of the positive obligations of an agency in a fiscal year that falls in September. It is flagged where it is more than {percent} percent, in years with actions in at least {months} months.',
  source:
    'Liebman and Mahoney, "Do Expiring Budgets Lead to Wasteful Year-End Spending?", American Economic Review 2017',
  why: 'Money that expires on 30 September is spent in a hurry; studies found such buys of lower quality.',
  innocent: [
    'Appropriations often come late in the year.',
    'Contracts that run by fiscal year are renewed in September every year.',
    'A single large award can fall in September by chance.',
  ],
  exclusions: ['Years with too few months at hand, the running year among them.'],
  example: 'An agency obligates 400 million in a year, 160 million of it in September: 40 percent.',
  needs: 'All months of a fiscal year.',
  settings: {
    percent: { default: 25, says: 'percent of the year in September; an even year has 8.3' },
    months: { default: 12, says: 'months with actions' },
  },
  units: `with years as (
  select agency_id, fiscal_year, count(distinct month) as months, sum(case when obligation > 0 then obligation else 0 end) as total,
    sum(case when obligation > 0 and month(action_date) = 9 then obligation else 0 end) as september
  from contract_actions
  where fiscal_year is not null and agency_id is not null
  group by agency_id, fiscal_year
)
select agency_id || ' FY' || cast(fiscal_year as varchar) as unit, agency_id || ' FY' || cast(fiscal_year as varchar) as label,
  case when months < {months} or total = 0 then 'not applicable' when september * 100 > total * {percent} then 'flagged' else 'passed' end as outcome,
  case when total > 0 then cast(cast(cast(september as double) * 100 / cast(total as double) as decimal(9, 1)) as varchar) || '%' end as value
from years`,
  rows: `select agency_id || ' FY' || cast(fiscal_year as varchar) as unit, edition, "row" from contract_actions where month(action_date) = 9`,
};
