-- one row per search type and offence family that a log names, with its place in the alphabet
-- order by: list, word
with seen as (
  select r.search_type, r.offence
  from records_searches as r
  where r.disposition = 'kept'
  group by r.search_type, r.offence
),
listed as (
  select 'type' as list, search_type as word from seen where search_type <> 'no-column'
  union
  select 'offence' as list, offence as word from seen where offence is not null
)
select list, word, row_number() over (partition by list order by word) as word_no
from listed
