import type { Flag } from '../../../figures/flag.ts';

export const singleOffer: Flag = {
  id: 'contracts.single-offer',
  cardinal: 'R018',
  title: 'One offer in a competitive procedure',
  unit: 'vehicle, order or contract',
  method:
    'A competed award (codes A, D, E, F, CDO) of at least {least} dollars that received one offer. For an order, its own record and its vehicle are read together: one offer for an order under a vehicle of one holder, or of one offer, is flagged; an order with one offer under a vehicle that several hold is flagged only where a fair opportunity was given (FAIR) and the record states the number for this order.',
  source:
    'Open Contracting Partnership, Cardinal, R018 (one tenderer and a competitive method: open or selective); there the unit is a contracting process and there is no least amount.',
  why: 'One offer in a competition can mean that others were kept from offering, or did not think it worth while.',
  innocent: [
    'The market may have one firm that can do the work.',
    'On an order the number is often entered as 1 by habit, whatever happened.',
    'A short deadline or a narrow requirement keeps others away without intent.',
  ],
  exclusions: [
    'Recipients that are natural persons or sole proprietors.',
    'Awards that were not competed: another flag.',
    'Numbers 0 and 999, which stand for none stated.',
    'Orders under a minimum guarantee (MG).',
  ],
  example: 'A contract after full and open competition, 2 million, with number of offers received 1.',
  needs:
    'Number of offers: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.',
  settings: { least: { default: 0, says: 'dollars below which nothing is said' } },
  units: `with vehicle_offers as (
  select award, max(offers) as offers from contract_offers where level = 'vehicle' group by award
)
select a.award as unit, a.award_label as label,
  case when coalesce(a.fair_opportunity, '') = 'MG' then 'not applicable'
    when a.offers is null or a.offers not between 1 and 998 then case when a.extent_competed is null then 'not applicable' else 'unknown' end
    when a.competition <> 'competed' then 'not applicable'
    when coalesce(a.obligation, 0) < {least} and coalesce(a.ceiling, 0) < {least} then 'not applicable'
    when a.offers > 1 then 'passed'
    when a.level = 'order' and coalesce(v.offers, 0) > 1 and coalesce(a.fair_opportunity, '') <> 'FAIR' then 'passed'
    else 'flagged' end as outcome,
  case when v.offers is null then cast(a.offers as varchar) else cast(a.offers as varchar) || ' (vehicle: ' || cast(v.offers as varchar) || ')' end as value
from contract_awards as a
left join vehicle_offers as v on v.award = a.vehicle
where a.vendor_state <> 'individual'`,
  rows: `select award as unit, edition, "row" from contract_actions where offers is not null
union all
select a.award as unit, o.edition, o."row"
from contract_awards as a
join contract_offers as o on o.award = a.vehicle and o.level = 'vehicle'`,
};
