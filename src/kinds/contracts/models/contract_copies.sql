-- one row per surplus copy: a row of an edition that repeats an action of the same edition
-- order by: edition, "row"
select p.edition, p."row", p.action, p.copy, r.obligation,
  r.obligation is distinct from f.obligation or r.action_date is distinct from f.action_date as differs
from contract_action_places as p
join contract_action_rows as r on r.edition = p.edition and r."row" = p."row"
join contract_action_places as g on g.action = p.action and g.edition = p.edition and g.copy = 1
join contract_action_rows as f on f.edition = g.edition and f."row" = g."row"
where p.copy > 1
