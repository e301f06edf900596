-- one row per row of an audit log in force, as logged, with the organisation that searched and the event it stands for
-- order by: edition, "row"
-- kept as: view
select
  r.edition, r."row", r.line, g.log_no,
  case
    when r.key_id is not null then r.key_id
    when r.key_second is null then -(g.log_no * 1099511627776 + r."row")
    else k.event
  end as event,
  case when r.key_id is not null then 'id' when r.key_second is null then 'alone' else k.how end as matched,
  l.organisation, l.name as organisation_name, l.state, coalesce(l.level, 'unreadable') as level,
  g.network, g.network_name, g.network_state, g.log, g.zone,
  case when l.organisation = g.network then 'own' when l.organisation is null or g.network is null then 'unreadable' else 'other' end as whose,
  case
    when l.level = 'federal' then 'federal'
    when l.state is null or g.network_state is null then 'unreadable'
    when l.state = g.network_state then 'inside'
    else 'outside'
  end as scope,
  h.month, h.year, h.day, h.hour_of_day,
  r.networks, r.devices, r.lookback_hours, r.search_type, r.moderation,
  r.reason_state, r.reason_class, r.offence, r.reason_words, r.reason_form, r.org_state,
  r.name_state, r.user_state, r.plate_state, r.case_state, r.filters_state, r.prompt_state
from records_searches as r
join search_logs as g on g.edition = r.edition
left join search_labels as l on l.label = coalesce(r.org_text, case when r.org_state in ('no-column', 'holder') then g.holder end)
left join search_keys as k on k.key_second = case when r.key_id is null then r.key_second end and coalesce(k.key_frame, -1) = coalesce(r.key_frame, -1)
left join search_hours as h on h.hour = r.hour and h.zone = g.zone
where r.disposition = 'kept'
