-- one row per organisation and award that it had actions on: an award that changed hands stands under each
-- order by: vendor, award
select z.award, z.award_label, z.level, z.vehicle, z.vehicle_name, z.family, s.vendor, v.vendor_name, s.vendor = z.vendor as latest, z.agency_id,
  @iso_date(s.first_action) as first_action, @iso_date(s.last_action) as last_action, s.actions,
  cast(s.obligation as varchar) as obligation, cast(s.ceiling as varchar) as ceiling, cast(z.stated_obligation as varchar) as stated_obligation,
  cast(z.obligation_off as varchar) as obligation_off, @iso_date(z.current_end) as current_end, z.competition, z.offers
from (
  select vendor, award, min(action_date) as first_action, max(action_date) as last_action, count(*) as actions,
    sum(obligation) as obligation, sum(ceiling_change) as ceiling
  from contract_actions
  where vendor_state = 'organisation'
  group by vendor, award
) as s
join contract_awards as z on z.award = s.award and z.vendor_state <> 'individual'
left join contract_vendors as v on v.vendor = s.vendor and v.vendor_state = 'organisation'
order by s.vendor, z.award
