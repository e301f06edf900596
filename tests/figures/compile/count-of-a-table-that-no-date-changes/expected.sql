select count(*) as value
from places
where true
