-- one row per action that counts, with its award: the rows behind the sums of awards
-- order by: award, edition, "row"
select vendor, award, edition, "row"
from contract_actions
where vendor_state = 'organisation'
order by award, edition, "row"
