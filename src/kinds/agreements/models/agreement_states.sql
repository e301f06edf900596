-- one row per spelling of a state in the lists, with the state it stands for and how that was found
-- order by: state_text
select spelled.state_text, min(s.state) as state,
  case when min(spelled.distance) = 0 then 'exact' else 'spelling' end as how
from (
  select t.state_text, s.state, @edit_distance(@fold(t.state_text), lower(s.name)) as distance,
    min(@edit_distance(@fold(t.state_text), lower(s.name))) over (partition by t.state_text) as nearest
  from (
    select distinct state_text from records_agreements where state_text is not null
  ) as t
  cross join states as s
) as spelled
join states as s on s.state = spelled.state
where spelled.distance = spelled.nearest and spelled.nearest <= 2
group by spelled.state_text
having count(*) = 1
