-- one row per amount that a term of a vehicle or family came to, with what it changed from the amount before
-- order by: subject, term, valid_from, edition, "row"
-- A term on a person's vehicle is left out: its subject would lead to the person.
select edition, "row", subject, subject_kind, term, valid_from, amount,
  amount - coalesce(lag(amount) over (partition by subject, term order by valid_from, edition, "row"), 0) as change
from contract_terms
left join (select distinct person_piid from contract_persons) as i on i.person_piid = subject
where amount is not null and valid_from is not null and i.person_piid is null
