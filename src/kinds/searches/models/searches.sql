-- one row per search (event), however many logs list it; where logs differ, what says more counts
-- order by: edition, "row"
-- kept as: view
-- Reads the numbers of search_events as words; what the bits are is said in search_listings.
select
  c.event,
  g.edition,
  c.first_row - c.log_no * 1099511627776 as "row",
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
  c.month, substr(c.month, 1, 4) as year, c.day, c.hour_of_day,
  c.networks, c.lookback_hours, c.search_type,
  c.reason_class,
  c.offence,
  case when mod(c.bits, 33554432) >= 16777216 then 'free' when mod(c.bits, 16777216) >= 8388608 then 'list' end as reason_form,
  case when mod(c.bits, 32) >= 16 then 'present' when mod(c.bits, 16) >= 8 then 'empty' when mod(c.bits, 8) >= 4 then 'placeholder' when mod(c.bits, 4) >= 2 then 'masked-agency' when mod(c.bits, 2) >= 1 then 'masked-vendor' else 'no-column' end as reason_state,
  case when mod(c.bits, 1024) >= 512 then 'present' when mod(c.bits, 512) >= 256 then 'empty' when mod(c.bits, 256) >= 128 then 'placeholder' when mod(c.bits, 128) >= 64 then 'masked-agency' when mod(c.bits, 64) >= 32 then 'masked-vendor' else 'no-column' end as case_state,
  case when mod(c.bits, 32768) >= 16384 then 'present' when mod(c.bits, 16384) >= 8192 then 'empty' when mod(c.bits, 8192) >= 4096 then 'placeholder' when mod(c.bits, 4096) >= 2048 then 'masked-agency' when mod(c.bits, 2048) >= 1024 then 'masked-vendor' else 'no-column' end as name_state,
  case when mod(c.bits, 1048576) >= 524288 then 'present' when mod(c.bits, 524288) >= 262144 then 'empty' when mod(c.bits, 262144) >= 131072 then 'placeholder' when mod(c.bits, 131072) >= 65536 then 'masked-agency' when mod(c.bits, 65536) >= 32768 then 'masked-vendor' else 'no-column' end as plate_state
from search_events as c
join search_logs as g on g.log_no = c.log_no
left join search_labels as l on l.label_no = c.label_no
