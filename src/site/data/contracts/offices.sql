-- one row per contracting agency and office that a record names, with the latest name of each
-- order by: agency_id, office_id
select agency_id, max(agency_name) as agency_name, office_id, max(office_name) as office_name, count(*) as actions
from contract_actions
where agency_id is not null
group by agency_id, office_id
order by agency_id, office_id nulls first
