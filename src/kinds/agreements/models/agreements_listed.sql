-- one row per row of a list of participating or pending agencies, as listed, with every cell in its one spelling
-- order by: edition, "row"
select
  r.edition,
  r."row",
  r.line,
  r.status,
  st.state,
  st.how as state_how,
  r.state_text,
  s.class as state_class,
  r.agency_text,
  @trim(r.state_text) as state_trimmed,
  @trim(r.agency_text) as agency_trimmed,
  @squash(r.agency_text) as agency_listed,
  @fold(r.agency_text) as agency_key,
  case
    when @matches(@fold(r.model_text), 'jail') then 'jail-enforcement'
    when @matches(@fold(r.model_text), 'warrant') then 'warrant-service'
    when @matches(@fold(r.model_text), 'task') then 'task-force'
    else 'unreadable'
  end as model,
  case
    when @matches(@fold(r.type_text), '^county') then 'county'
    when @matches(@fold(r.type_text), '^mun|city|town|village|borough') then 'municipality'
    when @matches(@fold(r.type_text), '^state') then 'state-agency'
    when @matches(@fold(r.type_text), 'universit|college|school|campus') then 'school'
    when @matches(@fold(r.type_text), 'trib') then 'tribal'
    when @matches(@fold(r.type_text), '[b-m|o-z]') then 'other'
    else 'not-stated'
  end as type,
  r.county_text,
  r.county_state,
  c.fips as county,
  r.signed,
  r.signed_state,
  r.moa_state,
  r.moa_url,
  r.addendum_state,
  r.addendum_url
from records_agreements as r
left join agreement_states as st on st.state_text = r.state_text
left join states as s on s.state = st.state
left join county_cells as c on c.state = st.state and c.county_text = r.county_text
where r.disposition = 'kept'
