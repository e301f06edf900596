import type { Flag } from '../../../figures/flag.ts';

export const ceilingRaised: Flag = {
  id: 'contracts.ceiling-raised',
  title: 'Ceiling raised',
  unit: 'vehicle, order or contract',
  method:
    'For each award whose first action is at hand, the ceiling (base and all options) is rebuilt from the changes. It is flagged where one change raised it by more than {step_percent} percent of what it was, or where it ever stood more than {total_percent} percent above its first value.',
  source:
    'GAO reports on growth of indefinite-delivery contracts; Federal Acquisition Regulation, 6.001 and 43.103 (scope of modifications)',
  why: 'Competition was held for the first ceiling. What is added later was never competed.',
  innocent: [
    'An option or a surge that was priced in the competition can be recorded late.',
    'A first value of a few dollars, entered to open the record, makes any later value a large raise.',
    'The price index, a protest settled, or a new site within scope raises a ceiling as foreseen.',
  ],
  exclusions: [
    'Recipients that are natural persons or sole proprietors.',
    'Awards whose first action is not at hand, or whose first ceiling is below {least} dollars.',
  ],
  example:
    'A vehicle of 10 million is modified twice: plus 2 million (20 percent), then plus 9 million (75 percent of 12 million). The second step flags it at the default of 50 percent.',
  needs:
    'Ceilings by action: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.',
  settings: {
    step_percent: { default: 50, says: 'percent by which one change may raise the ceiling' },
    total_percent: { default: 100, says: 'percent by which all changes together may raise it' },
    least: { default: 10000, says: 'dollars of the first ceiling below which nothing is said' },
  },
  units: `with steps as (
  select award, award_label, place_in_award, modification, ceiling_change, running_ceiling, running_ceiling - ceiling_change as before,
    first_value(running_ceiling) over (partition by award order by place_in_award) as first_ceiling
  from contract_actions
  where vendor_state <> 'individual'
),
judged as (
  select award, min(award_label) as label, count(ceiling_change) as known,
    max(case when place_in_award = 1 and modification = '0' then 1 else 0 end) as begins,
    min(first_ceiling) as first_ceiling,
    max(case when place_in_award > 1 and before >= {least} and ceiling_change * 100 > before * {step_percent} then 1 else 0 end) as by_step,
    max(case when first_ceiling >= {least} and (running_ceiling - first_ceiling) * 100 > first_ceiling * {total_percent} then 1 else 0 end) as in_all,
    max(case when first_ceiling > 0 then cast(cast((running_ceiling - first_ceiling) * 100 as double) / cast(first_ceiling as double) as decimal(18, 1)) end) as value
  from steps
  group by award
)
select award as unit, label,
  case when known = 0 then 'not applicable' when begins = 0 or first_ceiling is null then 'unknown' when first_ceiling < {least} then 'not applicable'
    when by_step = 1 or in_all = 1 then 'flagged' else 'passed' end as outcome,
  value
from judged`,
  rows: `select award as unit, edition, "row" from contract_actions where ceiling_change is not null`,
};
