-- one row per search and network in whose log it stands
-- order by: edition, "row", event
-- in parts: search_parts, r.hour
with counted as (
  select g.network, min(g.network_name) as network_name,
    case
      when r.key_id is not null then r.key_id
      when r.key_second is null then -(g.log_no * 1099511627776 + r."row")
      else k.event
    end as event,
    min(g.log_no * 1099511627776 + r."row") as first_row,
    min(g.log_no) as first_log,
    min(coalesce(r.org_text, case when r.org_state in ('no-column', 'holder') then g.holder end)) as label,
    min(r.hour) as hour,
    max(case r.reason_class when 'immigration' then 3 when 'department' then 2 when 'other' then 1 else 0 end) as class_rank
  from records_searches as r
  join search_logs as g on g.edition = r.edition
  left join search_keys as k on k.key_second = case when r.key_id is null then r.key_second end and coalesce(k.key_frame, -1) = coalesce(r.key_frame, -1)
  where r.disposition = 'kept' and g.network is not null and (r.key_id is not null or r.key_second is null or k.event is not null) and r.hour = r.hour
  group by 1, 3
)
select c.network, c.network_name, g.network_state, g.zone, c.event, g.edition, c.first_row - g.log_no * 1099511627776 as "row",
  l.organisation, l.name as organisation_name, l.state, coalesce(l.level, 'unreadable') as level,
  case when l.organisation = c.network then 'own' when l.organisation is null then 'unreadable' else 'other' end as whose,
  case
    when l.level = 'federal' then 'federal'
    when l.state is null or g.network_state is null then 'unreadable'
    when l.state = g.network_state then 'inside'
    else 'outside'
  end as scope,
  case c.class_rank when 3 then 'immigration' when 2 then 'department' when 1 then 'other' else 'unreadable' end as reason_class,
  h.month, h.year
from counted as c
join search_logs as g on g.log_no = c.first_log
left join search_labels as l on l.label = c.label
left join search_hours as h on h.hour = c.hour and h.zone = g.zone
