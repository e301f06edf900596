-- one row per action of an organisation, or of a vendor that the record does not state; those of individuals are left out
-- order by: day, award, place among the actions of the award
select a.edition, a."row", @iso_date(a.action_date) as day, a.award, a.award_label, a.modification, a.level, a.action_kind, a.vehicle, a.vehicle_name, a.vendor,
  a.vendor_name, a.agency_id, a.office_id, cast(a.obligation as varchar) as obligation, cast(a.ceiling_change as varchar) as ceiling_change,
  a.competition, a.offers, a.product_code, a.industry_code
from contract_actions as a
where a.vendor_state <> 'individual'
order by a.action_date, a.award, a.place_in_award, a.edition, a."row"
