-- one row per day of a list and row of the lists in force on it
-- order by: list_day, edition, "row"
select d.list_day, a.*
from agreements_listed as a
join list_days as d on d.edition = a.edition
