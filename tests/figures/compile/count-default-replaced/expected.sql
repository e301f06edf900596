select count(*) as value
from listed
where status in ('participating', 'pending')
