-- one row per audit log in force, with whose log it is, which searches it lists and its time zone
-- order by: edition
-- A log in which only one organisation searches is that organisation's own, where nobody said whose it is.
with found as (
  select r.edition, min(r.holder) as holder, min(r.log) as form, min(r.org_text) as first_label, max(r.org_text) as last_label,
    count(*) as kept_rows, min(r.hour) as first_hour, max(r.hour) as last_hour,
    count(r.key_id) as rows_with_id, count(r.key_frame) as rows_with_frame,
    sum(case when r.reason_state = 'present' then 1 else 0 end) as rows_with_reason
  from records_searches as r
  join editions as e on e.edition = r.edition
  where r.disposition = 'kept' and e.in_force
  group by r.edition
),
held as (
  select edition, form, kept_rows, first_hour, last_hour, rows_with_id, rows_with_frame, rows_with_reason, first_label, last_label,
    coalesce(holder, case when first_label = last_label then first_label end) as holder
  from found
)
select
  h.edition,
  row_number() over (order by h.edition) as log_no,
  h.holder,
  l.organisation as network,
  case when l.organisation is not null then dense_rank() over (order by case when l.organisation is null then 1 else 0 end, l.organisation) end as network_no,
  l.name as network_name,
  l.state as network_state,
  coalesce(n.zone, z.zone, 'UTC') as zone,
  case
    when h.form = 'portal' then 'portal'
    when h.first_label is null or h.first_label = h.last_label then 'organisation'
    else 'network'
  end as log,
  h.kept_rows, h.first_hour, h.last_hour, h.rows_with_id, h.rows_with_frame, h.rows_with_reason
from held as h
left join search_labels as l on l.label = h.holder
left join state_zones as z on z.state = l.state
left join network_zones as n on n.account_key = l.account_key
