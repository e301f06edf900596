import type { Flag } from '../../../figures/flag.ts';

export const vendorConcentration: Flag = {
  id: 'contracts.vendor-concentration',
  title: 'One vendor has most of an office',
  unit: 'office (or agency) and fiscal year',
  method:
    'Of the positive net obligations of an office in a fiscal year, the share of the largest vendor. It is flagged where it is more than {percent} percent, the office has at least {awards} awards and {least} dollars in the year. Where a source has no offices, agencies are compared.',
  source:
    'Open Contracting Partnership, red flags of market concentration; U.S. Department of Justice, Merger Guidelines, on shares',
  why: 'An office that depends on one vendor has little choice when prices rise or work is poor.',
  innocent: [
    'An office can exist for one programme with one contract.',
    'One large contract that is paid in one year weighs on that year alone.',
    'Subsidiaries are counted apart, so that the true share may be larger or the vendor a group.',
  ],
  exclusions: [
    'Recipients that are natural persons or sole proprietors.',
    'Offices below the least number of awards or dollars.',
  ],
  example: 'An office obligates 100 million on 40 awards in a year, 80 million of it to one vendor.',
  needs:
    'Offices: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.',
  settings: {
    percent: { default: 60, says: 'percent of the obligations' },
    awards: { default: 10, says: 'awards in the year' },
    least: { default: 1000000, says: 'dollars in the year' },
  },
  units: `with parts as (
  select coalesce(office_id, 'agency ' || agency_id) as office, fiscal_year, vendor, min(coalesce(vendor_name, vendor)) as vendor_name, sum(obligation) as amount
  from contract_actions
  where vendor_state = 'organisation' and fiscal_year is not null
  group by coalesce(office_id, 'agency ' || agency_id), fiscal_year, vendor
),
offices as (
  select office, fiscal_year, sum(case when amount > 0 then amount else 0 end) as total, max(amount) as largest,
    min_by(vendor_name, -amount) filter (where vendor_name is not null) as vendor_name
  from parts
  group by office, fiscal_year
),
counted as (
  select coalesce(office_id, 'agency ' || agency_id) as office, fiscal_year, count(distinct award) as awards
  from contract_actions
  where vendor_state = 'organisation' and fiscal_year is not null
  group by coalesce(office_id, 'agency ' || agency_id), fiscal_year
)
select o.office || ' FY' || cast(o.fiscal_year as varchar) as unit, o.office || ' FY' || cast(o.fiscal_year as varchar) as label,
  case when o.office is null then 'unknown' when o.total < {least} or c.awards < {awards} then 'not applicable' when o.largest * 100 > o.total * {percent} then 'flagged' else 'passed' end as outcome,
  o.vendor_name || ': ' || cast(cast(cast(o.largest as double) * 100 / nullif(cast(o.total as double), 0) as decimal(9, 1)) as varchar) || '%' as value
from offices as o
join counted as c on c.office is not distinct from o.office and c.fiscal_year = o.fiscal_year`,
  rows: `select coalesce(office_id, 'agency ' || agency_id) || ' FY' || cast(fiscal_year as varchar) as unit, edition, "row" from contract_actions where vendor_state = 'organisation'`,
};
