-- one row per agency of the reference list in force, with the place name that it is matched by
-- order by: agency_code
select
  r.edition, r."row", r.agency_code, r.data_year, r.state, r.place, r.agency_type, r.county_names, r.population,
  r.officers,
  @replace(@replace(@fold(r.place), '\b(saint|st)\b\.?', 'st'), '[^a-z0-9]+', ' ') as place_key
from records_agency_reference as r
join editions as e on e.edition = r.edition
where e.in_force and r.disposition = 'kept'
