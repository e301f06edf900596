-- one row per search and network in whose log it stands
-- order by: edition, "row", event
-- kept as: view
-- Reads the numbers of search_listings as words.
select g.network, g.network_name, g.network_state, g.zone, c.event, g.edition, c.first_row - c.log_no * 1099511627776 as "row",
  l.organisation, l.name as organisation_name, l.state, coalesce(l.level, 'unreadable') as level,
  case when l.organisation = g.network then 'own' when l.organisation is null then 'unreadable' else 'other' end as whose,
  case
    when l.level = 'federal' then 'federal'
    when l.state is null or g.network_state is null then 'unreadable'
    when l.state = g.network_state then 'inside'
    else 'outside'
  end as scope,
  case when mod(c.bits, 8388608) >= 4194304 then 'immigration' when mod(c.bits, 4194304) >= 2097152 then 'department' when mod(c.bits, 2097152) >= 1048576 then 'other' else 'unreadable' end as reason_class,
  c.month, substr(c.month, 1, 4) as year
from search_listings as c
join search_logs as g on g.log_no = c.log_no
left join search_labels as l on l.label_no = c.label_no
where c.network_no > 0
