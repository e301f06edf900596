import type { Flag } from '../../../figures/flag.ts';

export const undefinitised: Flag = {
  id: 'contracts.undefinitised',
  title: 'Undefinitised or letter contract',
  unit: 'vehicle, order or contract',
  method:
    'An award with an action that is a letter contract (code A) or another undefinitised action (code B).',
  source: 'Federal Acquisition Regulation, 16.603 (letter contracts): to be definitised within 180 days',
  why: 'Work begins before the price is agreed, which leaves the government with little to bargain with.',
  innocent: [
    'Emergencies are what letter contracts are for.',
    'The action may have been definitised on time; the record keeps the code of the first action.',
  ],
  exclusions: ['Recipients that are natural persons or sole proprietors.'],
  example: 'A contract whose first action has the code A, letter contract.',
  needs:
    'The undefinitised code: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.',
  settings: {},
  units: `select award as unit, min(award_label) as label,
  case when count(undefinitised) = 0 then 'not applicable' when max(case when undefinitised in ('A', 'B') then 1 else 0 end) = 1 then 'flagged' else 'passed' end as outcome,
  min(case when undefinitised in ('A', 'B') then undefinitised end) as value
from contract_actions
where vendor_state <> 'individual'
group by award`,
  rows: `select award as unit, edition, "row" from contract_actions where undefinitised in ('A', 'B')`,
};
