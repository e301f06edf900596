-- one row per row of a record on an award of a natural person or sole proprietor: its place, and the numbers that lead to it
-- order by: person_edition, person_row, person_award
-- An award is a person's where any record of it says so, in any edition: its number leads to the person from all of them. So is an
-- order under such a vehicle, and a vehicle without a record of its own under which persons alone have orders.
with stated as (
  select edition, "row", action, award, parent, piid, record_kind, vendor_state from contract_action_rows
  union all
  select edition, "row", cast(null as varchar) as action, award, parent, piid, record_kind, vendor_state from contract_statement_rows
),
said as (
  select distinct award from stated where vendor_state = 'individual'
),
frames as (
  select r.parent as award
  from stated as r
  left join said as s on s.award = r.award
  left join (select distinct award from stated where record_kind = 'idv') as o on o.award = r.parent
  where r.parent is not null and o.award is null
  group by r.parent
  having count(*) = count(s.award)
),
persons as (
  select award from said
  union
  select award from frames
)
select r.edition as person_edition, r."row" as person_row, r.action as person_action, r.award as person_award,
  case when n.alone then r.piid end as person_piid
from stated as r
left join persons as p on p.award = r.award
left join persons as v on v.award = r.parent
left join contract_names as n on n.piid = r.piid
where p.award is not null or v.award is not null
union all
select cast(null as varchar) as person_edition, cast(null as integer) as person_row, cast(null as varchar) as person_action,
  f.award as person_award, case when n.alone then n.piid end as person_piid
from frames as f
left join contract_names as n on n.piid = @extract(f.award, '^([^@]*)', 1)
