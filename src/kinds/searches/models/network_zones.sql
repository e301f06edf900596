-- one row per network of which the project says the time zone, under `searches`, `zones`
-- order by: account_key
-- kept as: view
select account_key, zone from (values ('', '')) as listed (account_key, zone) where account_key <> ''
