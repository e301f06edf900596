-- one row per row of the lists in force: of each source, the latest list at the date asked for
-- order by: edition, "row"
select a.*, e.as_of
from agreements_listed as a
join editions as e on e.edition = a.edition
where e.in_force
