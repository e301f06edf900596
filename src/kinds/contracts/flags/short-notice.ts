import type { Flag } from '../../../figures/flag.ts';

export const shortNotice: Flag = {
  id: 'contracts.short-notice',
  cardinal: 'R003',
  title: 'Short time to offer',
  unit: 'version of a solicitation',
  method:
    'The days from the day on which a version of a solicitation was posted to the day on which offers are due. It is flagged below {days} days.',
  source:
    'Open Contracting Partnership, Cardinal, R003 (tender period below 15 days, open procedures); there the period is that of the tender, here it is counted for the first version and for each that moves the day.',
  why: 'A short time favours those who knew before.',
  innocent: [
    'The rules allow short times for commercial items and simplified buys.',
    'A version that answers questions leaves less time than the first one gave.',
    'The requirement may have been announced long before in another notice.',
  ],
  exclusions: ['Notices without a day on which offers are due, award notices among them.'],
  example: 'Posted on 10 November, offers due on 13 November: three days.',
  needs: 'Posted and due dates: SAM.gov opportunities, or the typed-in form of versions.',
  settings: { days: { default: 15, says: 'days below which it is flagged, as in Cardinal' } },
  units: `select solicitation || ' ' || coalesce(version, notice, cast(place as varchar)) as unit, solicitation || ' ' || coalesce(version, notice_type, '') as label,
  case when notice_type = 'award notice' or due_on is null then 'not applicable' when posted_on is null then 'unknown'
    when date_diff('day', posted_on, due_on) < {days} then 'flagged' else 'passed' end as outcome,
  @iso_date(due_on) as value
from contract_notices`,
  rows: `select solicitation || ' ' || coalesce(version, notice, cast(place as varchar)) as unit, edition, "row" from contract_notices`,
};
