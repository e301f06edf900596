-- one row per version of a solicitation, with what it states and what the version before stated
-- order by: solicitation, place
select solicitation, place, notice_type, version, @iso_date(posted_on) as day, @iso_date(due_on) as due, @iso_date(due_before) as due_before,
  cast(minimum_per_vehicle as varchar) as minimum, cast(minimum_before as varchar) as minimum_before, cast(maximum_per_vehicle as varchar) as maximum,
  cast(maximum_before as varchar) as maximum_before, cast(shared_ceiling as varchar) as shared_ceiling, industry_code as industry, industry_before, title, secondary, edition, "row"
from contract_notices
order by solicitation, place
