select sum(change) as value
from listed
where true
