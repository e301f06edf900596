-- one row per network of which the project says the time zone, under `searches`, `zones`
-- order by: label
-- kept as: view
select label, zone from (values ('', '')) as listed (label, zone) where label <> ''
