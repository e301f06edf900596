import type { Flag } from '../../../figures/flag.ts';

export const reportedLate: Flag = {
  id: 'contracts.reported-late',
  title: 'Reported late',
  unit: 'action',
  method:
    'The days from the signature to the day on which the record was made. It is flagged from more than {days} days on.',
  source: 'Federal Acquisition Regulation, 4.604(b)(2): within three business days of the award',
  why: 'While an action is not in the record, nobody outside can see it.',
  innocent: [
    'Actions in an emergency may be reported within 30 days.',
    'A record can be made anew after a correction, with a new date.',
    'Defence actions are held back 90 days by rule.',
  ],
  exclusions: [
    'Actions of defence agencies (codes beginning with 97, 21, 17, 57 or DoD offices) are not applicable.',
    'Recipients that are natural persons or sole proprietors.',
  ],
  example: 'An order signed on 16 December is entered on 22 January, 37 days later.',
  needs:
    'The day of the report: the FPDS Atom feed (created) and the transactions download (initial report date).',
  settings: { days: { default: 30, says: 'days from signature to record' } },
  units: `select action as unit, case when modification = '0' then award_label else award_label || ' ' || modification end as label,
  case when reported_at is null then 'not applicable' when action_date is null then 'unknown'
    when substr(agency_id, 1, 2) in ('97', '21', '17', '57') then 'not applicable'
    when date_diff('day', action_date, cast(reported_at as date)) > {days} then 'flagged' else 'passed' end as outcome,
  @iso_date(cast(reported_at as date)) as value
from contract_actions
where vendor_state <> 'individual'`,
  rows: `select action as unit, edition, "row" from contract_actions`,
};
