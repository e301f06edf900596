-- one row per row of a second source that carries an action with another amount or date than the row that counts
-- order by: action, edition, "row"
select p.action, p.edition, p."row", r.obligation, r.action_date, r.ceiling_change, f.edition as counted_edition, f."row" as counted_row,
  f.obligation as counted_obligation, f.action_date as counted_action_date, f.ceiling_change as counted_ceiling_change
from contract_action_places as p
join contract_action_rows as r on r.edition = p.edition and r."row" = p."row"
join contract_action_places as g on g.action = p.action and g.place = 1
join contract_action_rows as f on f.edition = g.edition and f."row" = g."row"
where p.place > 1 and (
  (r.obligation is not null and f.obligation is not null and r.obligation <> f.obligation)
  or (r.action_date is not null and f.action_date is not null and r.action_date <> f.action_date)
  or (r.ceiling_change is not null and f.ceiling_change is not null and r.ceiling_change <> f.ceiling_change)
)
