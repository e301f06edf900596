import { sqlText } from '../../engine/sql-text.ts';

/**
 * What pages ask of the models, as SQL in the portable subset; every row names its edition and row. `vehicle`, `family`
 * and `vendor` are the keys of the models (`70CDCR20D00000009@7012`), not the short names.
 */

/** The time line of a vehicle: its own actions, its orders' actions, the versions of its solicitation, its terms. */
export function vehicleTimeline(vehicle: string): string {
  const key = sqlText(vehicle);
  return `select on_day, event, label, modification, ceiling_change, running_ceiling, obligation, running_obligation, words, edition, "row"
from (
  select action_date as on_day, case when place_in_award = 1 and modification = '0' then 'award' else 'change' end as event, award_name as label, modification,
    ceiling_change, running_ceiling, obligation, cast(null as decimal(38, 2)) as running_obligation, description as words, edition, "row", 1 as rank, place_in_award as place
  from contract_actions
  where award = ${key}
  union all
  select action_date as on_day, 'order' as event, award_label as label, modification, ceiling_change, cast(null as decimal(38, 2)) as running_ceiling, obligation,
    sum(obligation) over (order by action_date, award, place_in_award rows unbounded preceding) as running_obligation, description as words, edition, "row", 2 as rank, place_in_award as place
  from contract_actions
  where vehicle = ${key}
  union all
  select n.posted_on as on_day, 'notice' as event, n.solicitation as label, coalesce(n.version, n.notice_type) as modification, n.maximum_per_vehicle as ceiling_change,
    cast(null as decimal(38, 2)) as running_ceiling, cast(null as decimal(18, 2)) as obligation, cast(null as decimal(38, 2)) as running_obligation, n.title as words, n.edition, n."row", 0 as rank, n.place
  from contract_notices as n
  join contract_vehicles as v on v.family = n.solicitation
  where v.vehicle = ${key}
  union all
  select t.valid_from as on_day, 'term' as event, t.term as label, t.document as modification, t.amount as ceiling_change, cast(null as decimal(38, 2)) as running_ceiling,
    cast(null as decimal(18, 2)) as obligation, cast(null as decimal(38, 2)) as running_obligation, t.words, t.edition, t."row", 0 as rank, 0 as place
  from contract_terms as t
  join contract_vehicles as v on v.family = t.subject or v.piid = t.subject
  where v.vehicle = ${key}
) as events
order by on_day nulls first, rank, label, place, edition, "row"`;
}

/** The steps of a vehicle's ceiling: day, change, running ceiling, modification. */
export function ceilingSteps(vehicle: string): string {
  return `select action_date, modification, ceiling_change, running_ceiling, ordering_end, basis, edition, "row"
from contract_ceiling_changes
where vehicle = ${sqlText(vehicle)}
order by place`;
}

/** The orders of a vehicle, latest first. */
export function ordersOf(vehicle: string): string {
  return `select award, award_label, vendor, vendor_name, first_action, last_action, actions, obligation, ceiling, current_end, offers, competition, edition, "row"
from contract_awards
where vehicle = ${sqlText(vehicle)}
order by first_action desc, award`;
}

/** The vehicles of a family. */
export function vehiclesOf(family: string): string {
  return `select vehicle, vehicle_name, vendor, vendor_name, awarded_on, ceiling, ceiling_basis, orders, order_obligations, first_order, family_doubtful, edition, "row"
from contract_vehicles
where family = ${sqlText(family)}
order by ceiling desc nulls last, vehicle`;
}

/** The awards of a vendor, largest first. */
export function awardsOf(vendor: string): string {
  return `select award, award_label, level, vehicle_name, family, agency_id, first_action, last_action, obligation, ceiling, edition, "row"
from contract_awards
where vendor = ${sqlText(vendor)} and vendor_state = 'organisation'
order by obligation desc nulls last, award`;
}
