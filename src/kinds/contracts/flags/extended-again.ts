import type { Flag } from '../../../figures/flag.ts';

export const extendedAgain: Flag = {
  id: 'contracts.extended-again',
  title: 'Bridge extended again and again',
  unit: 'order or contract',
  method:
    'Modifications that move the current end date back, or whose words say extend, extension or bridge, are counted. It is flagged from {least} on; exercising an option (kind G) does not count.',
  source: 'GAO-16-15, on bridge contracts',
  why: 'A bridge from one contract to the next is meant to be short; one that goes on keeps competition off.',
  innocent: [
    'A protest can force an agency to bridge.',
    'An extension without cost can let work finish.',
    'Dates are moved for closing out, with no work done.',
  ],
  exclusions: [
    'Recipients that are natural persons or sole proprietors.',
    'Options that were part of the award (kind G).',
  ],
  example: 'A contract for three months is extended for three months at a time, four times in a row.',
  needs:
    'End dates by action: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.',
  settings: { least: { default: 3, says: 'extensions from which it is flagged' } },
  units: `with moved as (
  select award, award_label, action_kind, description, current_end, modification,
    lag(current_end) over (partition by award order by place_in_award) as end_before
  from contract_actions
  where record_kind = 'award' and vendor_state <> 'individual'
),
judged as (
  select award, min(award_label) as label, count(*) as actions, count(current_end) + count(description) as readable,
    sum(case when modification <> '0' and coalesce(action_kind, '') <> 'G' and (current_end > end_before or @matches(description, '\\b(extend|extends|extended|extending|extension|bridge)\\b')) then 1 else 0 end) as extensions
  from moved
  group by award
)
select award as unit, label,
  case when actions = 1 then 'not applicable' when readable = 0 then 'unknown' when extensions >= {least} then 'flagged' else 'passed' end as outcome,
  extensions as value
from judged`,
  rows: `select award as unit, edition, "row" from contract_actions where modification <> '0'`,
};
