select sum(amount) as value
from listed
where state in ('FL')
