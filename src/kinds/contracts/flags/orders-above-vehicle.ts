import type { Flag } from '../../../figures/flag.ts';

export const ordersAboveVehicle: Flag = {
  id: 'contracts.orders-above-vehicle',
  title: "Orders' ceilings above their vehicle's",
  unit: 'vehicle',
  method:
    "The ceilings of a vehicle's orders (base and all options, as far as they are at hand) are added up and compared with the vehicle's own ceiling. It is flagged where they are more than {percent} percent of it.",
  source: 'Federal Acquisition Regulation, 16.504 and 16.505 (orders within the maximum of the contract)',
  why: "Orders beyond the vehicle's maximum are outside of what was competed.",
  innocent: [
    "A raise of the vehicle's ceiling may not be at hand yet.",
    'Several vehicles can share one ceiling.',
    'An order that was closed out below its value keeps its first ceiling until a modification lowers it.',
  ],
  exclusions: [
    'Vehicles whose ceiling is not known, and orders without a ceiling in their source.',
    'Recipients that are natural persons or sole proprietors.',
  ],
  example: 'A vehicle with a ceiling of 10 million has three orders with ceilings of 4 million each.',
  needs:
    'Ceilings of orders and vehicles: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.',
  settings: { percent: { default: 100, says: 'percent of the ceiling that the orders may reach' } },
  units: `select vehicle as unit, vehicle_name as label,
  case when ceiling is null and order_ceilings is null then 'not applicable' when ceiling is null or order_ceilings is null or ceiling <= 0 then 'unknown'
    when order_ceilings * 100 > ceiling * {percent} then 'flagged' else 'passed' end as outcome,
  order_ceilings as value
from contract_vehicles
where orders > 0 and coalesce(vendor_state, 'organisation') <> 'individual'`,
  rows: `select vehicle as unit, edition, "row" from contract_ceiling_changes
union all
select vehicle as unit, edition, "row" from contract_order_actions where ceiling_change is not null`,
};
