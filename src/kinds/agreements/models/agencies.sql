-- one row per organisation that was ever on a list of participating agencies, with its latest name, type and county
-- order by: organisation
with latest as (
  select i.organisation, p.edition, p."row", p.list_no,
    row_number() over (partition by i.organisation order by p.list_no desc, p."row") as pick
  from agreement_presence as p
  join agency_identity as i on i.state = p.state and i.agency_key = p.agency_key
),
standing as (
  select organisation, min(first_listed) as first_listed, max(last_listed) as last_listed,
    max(case standing when 'listed' then 3 when 'unconfirmed' then 2 else 1 end) as standing_rank
  from agreement_spells
  group by organisation
)
select
  l.organisation, a.state, a.agency_listed as name, a.agency_key, a.type, a.county, a.county_text,
  s.first_listed, s.last_listed,
  case s.standing_rank when 3 then 'listed' when 2 then 'unconfirmed' else 'departed' end as standing,
  l.edition, l."row"
from latest as l
join agreements_listed as a on a.edition = l.edition and a."row" = l."row"
join standing as s on s.organisation = l.organisation
where l.pick = 1
