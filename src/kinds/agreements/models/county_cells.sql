-- one row per state and county cell that stands for exactly one county of the atlas; the rest are not matched
-- order by: state, county_text
-- A near spelling counts where it is at most two letters off and no other county of the state is as near.
select m.state, m.county_text, min(m.fips) as fips, min(m.distance) as distance
from (
  select cell.state, cell.county_text, k.fips, @edit_distance(cell.county_key, k.county_key) as distance,
    min(@edit_distance(cell.county_key, k.county_key)) over (partition by cell.state, cell.county_text) as nearest,
    length(cell.county_key) as letters
  from (
    select distinct st.state, r.county_text, @county_key(r.county_text) as county_key
    from records_agreements as r
    join agreement_states as st on st.state_text = r.state_text
    where r.county_state = 'present'
  ) as cell
  join counties as k on k.state = cell.state
) as m
where m.distance = m.nearest and (m.distance = 0 or (m.distance <= 2 and m.letters >= 5))
group by m.state, m.county_text
having count(*) = 1
