import type { Flag } from '../../../figures/flag.ts';

export const netDeobligation: Flag = {
  id: 'contracts.net-deobligation',
  title: 'More taken back than given',
  unit: 'order or contract',
  method:
    'An award whose obligations at hand add up to less than minus {least} dollars. Where its first action is not at hand, earlier obligations may be missing: the outcome is unknown.',
  source: 'Counterfoil; Federal Acquisition Regulation, 4.804-5 (closing out)',
  why: 'A negative sum means that earlier obligations are not at hand, or that more was taken back than was given.',
  innocent: [
    'The award began before the data at hand: the first obligations are in an earlier year.',
    'Money left at the end of an award is taken back as a rule.',
  ],
  exclusions: ['Recipients that are natural persons or sole proprietors.'],
  example:
    'An order is signed with 200,000 dollars; a year later 300,000 dollars are taken back, and nothing else is on record.',
  needs: 'Earlier years of downloads.',
  settings: { least: { default: 0, says: 'dollars below zero that are let pass' } },
  units: `select award as unit, award_label as label,
  case when obligation is null then 'not applicable' when obligation < -{least} then case when begins_at_hand then 'flagged' else 'unknown' end else 'passed' end as outcome,
  obligation as value
from contract_awards
where record_kind = 'award' and vendor_state <> 'individual'`,
  rows: `select award as unit, edition, "row" from contract_actions where obligation <> 0`,
};
