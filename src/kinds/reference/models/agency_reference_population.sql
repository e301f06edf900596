-- one row per agency of the reference list in force that has a population
-- order by: agency_code
select edition, "row", agency_code, state, population, officers
from agency_reference
where population > 0
