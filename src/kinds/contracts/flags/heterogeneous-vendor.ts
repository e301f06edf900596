import type { Flag } from '../../../figures/flag.ts';

export const heterogeneousVendor: Flag = {
  id: 'contracts.heterogeneous-vendor',
  cardinal: 'R048',
  title: 'Vendor of very different things',
  unit: 'vendor',
  method:
    'The number of first-level classes of product or service (the letter of a service, the first two digits of a product) over all actions of a vendor. It is flagged from the upper fence on: the third quartile plus 1.5 times the interquartile range over all vendors, and at least {least}.',
  source:
    'Open Contracting Partnership, Cardinal, R048 (upper fence of the variety of first-level classes); there over awarded items, with two digits.',
  why: 'A vendor that sells everything may stand for others, or lack the skill for some of it.',
  innocent: [
    'Resellers, distributors and large integrators sell many things as their trade.',
    'Codes are chosen by the buyer, and one kind of work gets several.',
  ],
  exclusions: [
    'Recipients that are natural persons or sole proprietors.',
    'Vendors without a coded action.',
    'Where fewer than {vendors} vendors are coded, the fence says nothing.',
  ],
  example: 'Three quarters of vendors have one or two classes; a vendor with twelve is far beyond the fence.',
  needs:
    'Product and service codes: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.',
  settings: {
    least: { default: 3, says: 'classes below which nothing is flagged' },
    vendors: { default: 10, says: 'vendors with codes for the fence to mean something' },
  },
  units: `with varieties as (
  select vendor, min(coalesce(vendor_name, vendor)) as label,
    count(distinct case when @matches(product_code, '^[A-Z]') then substr(product_code, 1, 1) else substr(product_code, 1, 2) end) as variety
  from contract_actions
  where vendor_state = 'organisation'
  group by vendor
),
placed as (
  select variety, row_number() over (order by variety, vendor) as place, count(*) over () as vendors
  from varieties
  where variety > 0
),
quartiles as (
  select max(vendors) as vendors,
    max(case when place * 4 <= vendors + 3 then variety end) as first_quartile,
    max(case when place * 4 <= 3 * vendors + 3 then variety end) as third_quartile
  from placed
)
select v.vendor as unit, v.label,
  case when v.variety = 0 or q.vendors is null or q.vendors < {vendors} then 'not applicable'
    when v.variety >= {least} and v.variety * 2 >= q.third_quartile * 2 + 3 * (q.third_quartile - q.first_quartile) and v.variety > q.third_quartile then 'flagged' else 'passed' end as outcome,
  v.variety as value
from varieties as v
cross join quartiles as q`,
  rows: `select vendor as unit, edition, "row" from contract_actions where product_code is not null`,
};
