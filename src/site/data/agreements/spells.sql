-- one row per unbroken time for which an organisation was listed under one model
-- order by: organisation, first_listed, model, spell_no
select organisation, state, model, spell_no, signed, first_listed, last_listed, appeared_on, departed_on, standing,
  lists_missed, first_edition, first_row, last_edition, last_row, absent_edition
from agreement_spells
order by organisation, first_listed, model, spell_no
