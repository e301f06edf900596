-- one row per time that a search is counted, of searches that logs date on days of different stretches
-- order by: event, edition, "row"
-- kept as: view
-- Searches are counted in stretches of days: one id on days of two of them counts twice. Logs of one search give one time,
-- so there are none unless a log states its times in another zone, or an id stands for two searches.
select s.event, s.edition, s."row", s.network
from searches as s
where s.event in (select event from search_events group by event having count(*) > 1)
