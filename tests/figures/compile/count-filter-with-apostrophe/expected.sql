select count(*) as value
from listed
where state in ('O''Brien''; drop table x; --')
