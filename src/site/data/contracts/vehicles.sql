-- one row per vehicle that is no person's, with its ceiling, its orders and the row that it is known from
-- order by: vehicle
select vehicle, vehicle_name, piid, agency_id, at_hand, parent_vehicle, family, family_basis, family_doubtful, vendor, vendor_name,
  @iso_date(ordering_end) as ordering_end, @iso_date(awarded_on) as awarded_on, @iso_date(last_action) as last_action,
  actions, cast(ceiling as varchar) as ceiling, cast(highest_ceiling as varchar) as highest_ceiling, cast(lowest_ceiling as varchar) as lowest_ceiling,
  ceiling_steps, ceiling_basis, cast(stated_ceiling as varchar) as stated_ceiling, cast(ceiling_off as varchar) as ceiling_off,
  orders, order_actions, cast(order_obligations as varchar) as order_obligations, @iso_date(first_order) as first_order,
  @iso_date(last_order) as last_order, edition, "row"
from contract_vehicles
where coalesce(vendor_state, 'organisation') <> 'individual'
order by vehicle
