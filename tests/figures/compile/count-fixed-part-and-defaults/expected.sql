select count(*) as value
from listed
where (state_class = 'state') and status in ('participating') and state in ('FL', 'GA')
