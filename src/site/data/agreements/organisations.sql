-- one row per organisation that was ever listed, with the population that the reference list gives for it, if certain
-- order by: state, name, organisation
select a.organisation, a.state, a.name, a.type, a.county, a.first_listed, a.last_listed, a.standing, p.population,
  p.reference_edition, p.reference_row
from agencies as a
left join (
  select organisation, max(population) as population, min(reference_edition) as reference_edition,
    min(reference_row) as reference_row
  from agency_population
  where population is not null
  group by organisation
) as p on p.organisation = a.organisation
order by a.state, a.name, a.organisation
