-- one row per organisation, list and model in force, with the population that the reference list gives for it, if certain
-- order by: organisation, status, model
-- Certain means: the name says which kind of agency of which place it is, and exactly one agency of that kind, place
-- and state is in the reference list, and no other organisation on the list matches it.
with in_force as (
  select coalesce(i.organisation, lower(a.state) || '-' || a.agency_key) as organisation, a.state, a.agency_key, a.status,
    a.model, min(a.edition) as edition, min(a."row") as "row", min(a.type) as type, min(a.county) as county
  from agreements_in_force as a
  left join agency_identity as i on i.state = a.state and i.agency_key = a.agency_key
  where a.state is not null
  group by coalesce(i.organisation, lower(a.state) || '-' || a.agency_key), a.state, a.agency_key, a.status, a.model
),
keyed as (
  select f.*,
    case
      when @matches(f.agency_key, '(county|parish)[^a-z]+(sheriff|police)') or @matches(f.agency_key, 'sheriff') then 'County'
      when @matches(f.agency_key, 'police') and not @matches(f.agency_key, 'universit|college|school|airport|tribal|state|county|port ') then 'City'
    end as agency_type,
    @trim(@replace(
      @replace(
        @replace(f.agency_key, '\b(saint|st)\b\.?', 'st'),
        '\b(county|parish)?[^a-z]*(sheriff''?s?''?|police)( (office|department|dept\.?|division))?.*$|^(city|town|village) of |\b(city|town|village)? police.*$', ''),
      '[^a-z0-9]+', ' ')) as place_key
  from in_force as f
),
matched as (
  select k.organisation, r.agency_code, r.population, r.officers, r.edition as reference_edition, r."row" as reference_row,
    count(*) over (partition by k.organisation) as places,
    count(*) over (partition by r.agency_code) as organisations
  from (select distinct organisation, state, agency_type, place_key from keyed where agency_type is not null and place_key <> '') as k
  join agency_reference as r on r.state = k.state and r.agency_type = k.agency_type and r.place_key = k.place_key
)
select k.organisation, k.state, k.status, k.model, min(k.type) as type, min(k.county) as county, min(k.edition) as edition,
  min(k."row") as "row", min(m.agency_code) as agency_code, max(m.population) as population, max(m.officers) as officers,
  min(m.reference_edition) as reference_edition, min(m.reference_row) as reference_row
from keyed as k
left join matched as m on m.organisation = k.organisation and m.places = 1 and m.organisations = 1
group by k.organisation, k.state, k.status, k.model
