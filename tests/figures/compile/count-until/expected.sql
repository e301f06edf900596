select count(*) as value
from listed
where signed <= date '2025-12-31'
