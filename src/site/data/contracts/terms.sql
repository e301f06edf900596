-- one row per fact about a vehicle or family that no column of the releases has
-- order by: subject, day, term, edition, "row"
select subject, term, cast(amount as varchar) as amount, words, @iso_date(valid_from) as day, document, page, edition, "row"
from contract_terms
order by subject, valid_from, term, edition, "row"
