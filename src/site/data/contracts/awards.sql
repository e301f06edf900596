-- one row per award of an organisation: its level, its vehicle, the sums of its actions
-- order by: vendor, award
select award, award_label, level, vehicle, vehicle_name, family, vendor, vendor_name, agency_id, @iso_date(first_action) as first_action, @iso_date(last_action) as last_action,
  actions, cast(obligation as varchar) as obligation, cast(ceiling as varchar) as ceiling, cast(stated_obligation as varchar) as stated_obligation,
  cast(obligation_off as varchar) as obligation_off, @iso_date(current_end) as current_end, competition, offers
from contract_awards
where vendor_state = 'organisation'
order by vendor, award
