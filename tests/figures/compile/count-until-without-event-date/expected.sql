select count(*) as value
from listed
where true
