-- one row per row of a list, with what a reader needs to find it
-- order by: edition, "row"
select edition, "row", status, state, agency_key, agency_listed as name, model, type, county, county_text, signed, moa_url
from agreements_listed
order by edition, "row"
