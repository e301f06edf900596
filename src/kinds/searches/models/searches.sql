-- one row per search (event), however many logs list it; where logs differ, what says more counts
-- order by: edition, "row"
-- in parts: search_parts, r.hour
with counted as (
  select
    case
      when r.key_id is not null then r.key_id
      when r.key_second is null then -(g.log_no * 1099511627776 + r."row")
      else k.event
    end as event,
    min(g.log_no * 1099511627776 + r."row") as first_row,
    count(*) as logged_rows,
    min(g.log_no) as first_log,
    max(g.log_no) as last_log,
    min(coalesce(r.org_text, case when r.org_state in ('no-column', 'holder') then g.holder end)) as label,
    min(r.hour) as hour,
    max(r.networks) as networks,
    max(r.lookback_hours) as lookback_hours,
    min(case when r.search_type in ('no-column') then null else r.search_type end) as search_type,
    max(case r.reason_class when 'immigration' then 3 when 'department' then 2 when 'other' then 1 else 0 end) as class_rank,
    max(r.offence) as offence,
    min(r.reason_form) as reason_form,
    max(case r.reason_state when 'present' then 6 when 'empty' then 5 when 'placeholder' then 4 when 'masked-agency' then 3 when 'masked-vendor' then 2 else 1 end) as reason_rank,
    max(case r.case_state when 'present' then 6 when 'empty' then 5 when 'placeholder' then 4 when 'masked-agency' then 3 when 'masked-vendor' then 2 else 1 end) as case_rank,
    max(case r.name_state when 'present' then 6 when 'empty' then 5 when 'placeholder' then 4 when 'masked-agency' then 3 when 'masked-vendor' then 2 else 1 end) as name_rank,
    max(case r.plate_state when 'present' then 6 when 'empty' then 5 when 'placeholder' then 4 when 'masked-agency' then 3 when 'masked-vendor' then 2 else 1 end) as plate_rank
  from records_searches as r
  join search_logs as g on g.edition = r.edition
  left join search_keys as k on k.key_second = case when r.key_id is null then r.key_second end and coalesce(k.key_frame, -1) = coalesce(r.key_frame, -1)
  where r.disposition = 'kept' and (r.key_id is not null or r.key_second is null or k.event is not null) and r.hour = r.hour
  group by 1
)
select
  c.event,
  g.edition,
  c.first_row - g.log_no * 1099511627776 as "row",
  c.logged_rows,
  l.organisation, l.name as organisation_name, l.state, coalesce(l.level, 'unreadable') as level,
  g.network, g.network_state, g.zone,
  case
    when l.level = 'federal' then 'federal'
    when l.state is null or g.network_state is null then 'unreadable'
    when l.state = g.network_state then 'inside'
    else 'outside'
  end as scope,
  case when l.organisation = g.network then 'own' when l.organisation is null or g.network is null then 'unreadable' else 'other' end as whose,
  h.month, h.year, h.day, h.hour_of_day,
  c.networks, c.lookback_hours, coalesce(c.search_type, 'no-column') as search_type,
  case c.class_rank when 3 then 'immigration' when 2 then 'department' when 1 then 'other' else 'unreadable' end as reason_class,
  c.offence, c.reason_form,
  case c.reason_rank when 6 then 'present' when 5 then 'empty' when 4 then 'placeholder' when 3 then 'masked-agency' when 2 then 'masked-vendor' else 'no-column' end as reason_state,
  case c.case_rank when 6 then 'present' when 5 then 'empty' when 4 then 'placeholder' when 3 then 'masked-agency' when 2 then 'masked-vendor' else 'no-column' end as case_state,
  case c.name_rank when 6 then 'present' when 5 then 'empty' when 4 then 'placeholder' when 3 then 'masked-agency' when 2 then 'masked-vendor' else 'no-column' end as name_state,
  case c.plate_rank when 6 then 'present' when 5 then 'empty' when 4 then 'placeholder' when 3 then 'masked-agency' when 2 then 'masked-vendor' else 'no-column' end as plate_state
from counted as c
join search_logs as g on g.log_no = c.first_log
left join search_labels as l on l.label = c.label
left join search_hours as h on h.hour = c.hour and h.zone = g.zone
