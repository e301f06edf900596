-- one row per fact about a vehicle or family that no column of the releases has, with its document, page and date
-- order by: subject, term, valid_from, edition, "row"
select t.edition, t."row", t.subject, t.subject_kind, t.term, t.amount, t.words, t.valid_from, t.document, t.page, t.document_date
from records_contract_terms as t
join contract_editions as e on e.edition = t.edition
where t.disposition = 'kept'
union all
select n.edition, n."row", n.solicitation as subject, 'family' as subject_kind, 'minimum-guarantee' as term, n.minimum_per_vehicle as amount,
  cast(null as varchar) as words, n.posted_on as valid_from, n.solicitation || ' ' || coalesce(n.version, '') as document, cast(null as varchar) as page,
  n.posted_on as document_date
from contract_notices as n
where n.minimum_per_vehicle is not null
union all
select n.edition, n."row", n.solicitation as subject, 'family' as subject_kind, 'ceiling-per-vehicle' as term, n.maximum_per_vehicle as amount,
  cast(null as varchar) as words, n.posted_on as valid_from, n.solicitation || ' ' || coalesce(n.version, '') as document, cast(null as varchar) as page,
  n.posted_on as document_date
from contract_notices as n
where n.maximum_per_vehicle is not null
union all
select n.edition, n."row", n.solicitation as subject, 'family' as subject_kind, 'shared-ceiling' as term, n.shared_ceiling as amount,
  cast(null as varchar) as words, n.posted_on as valid_from, n.solicitation || ' ' || coalesce(n.version, '') as document, cast(null as varchar) as page,
  n.posted_on as document_date
from contract_notices as n
where n.shared_ceiling is not null
