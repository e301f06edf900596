-- one row per misspelt agency name that a person has looked at, with the spelling it stands for
-- order by: state, wrong_key
-- Reviewed by hand; each line says where the right spelling is attested. Names are as compared (folded).
select state, wrong_key, right_key, why
from (
  values
    ('MO', 'dogulas county sheriff''s office', 'douglas county sheriff''s office', 'the list of 2026-01-26 has the county''s name in its place')
) as reviewed (state, wrong_key, right_key, why)
