-- one row per state and name as compared, with the organisation it stands for: its latest name and its id
-- order by: state, agency_key
with first_seen as (
  select state, agency_key, min(list_no) as first_list_no
  from agreement_presence
  group by state, agency_key
),
steps as (
  select state, old_key, new_key from agency_relabels
  union
  select s.state, s.wrong_key, s.right_key
  from agency_spellings as s
  left join agency_relabels as r on r.state = s.state and r.old_key = s.wrong_key
  where r.state is null
),
followed as (
  select f.state, f.agency_key, f.first_list_no,
    coalesce(d.new_key, c.new_key, b.new_key, a.new_key, f.agency_key) as latest_key
  from first_seen as f
  left join steps as a on a.state = f.state and a.old_key = f.agency_key
  left join steps as b on b.state = f.state and b.old_key = a.new_key
  left join steps as c on c.state = f.state and c.old_key = b.new_key
  left join steps as d on d.state = f.state and d.old_key = c.new_key
),
named as (
  select state, latest_key, min(first_list_no) as first_list_no,
    lower(state) || '-' || trim(both '-' from @replace(@replace(latest_key, '''', ''), '[^a-z0-9]+', '-')) as slug
  from followed
  group by state, latest_key
),
ids as (
  select state, latest_key,
    case
      when row_number() over (partition by slug order by first_list_no, latest_key) = 1 then slug
      else slug || '-' || substr(@md5(latest_key), 1, 4)
    end as organisation
  from named
)
select f.state, f.agency_key, f.latest_key, i.organisation
from followed as f
join ids as i on i.state = f.state and i.latest_key = f.latest_key
