select count(*) as value
from (
  select distinct state as key_0, agency_key as key_1
  from listed
  where state is not null and agency_key is not null and true
) as counted
