-- one row per search and network in whose log it stands (network_no 0: no network is known), in numbers alone
-- order by: first_row, network_no, event
-- in parts: search_parts, r.hour
-- Where rows differ, what says more counts. What a row says of its cells is one bit each in `bits`, so that one sum of
-- bits stands for all rows: from 1 reason, from 32 case number, from 1024 name, from 32768 plate (each masked by the
-- vendor, masked by the agency, placeholder, empty, present), from 1048576 the class of the reason (other, department,
-- immigration), from 8388608 its form (list, free).
with counted as (
  select
    coalesce(g.network_no, 0) as network_no,
    case
      when r.key_id is not null then r.key_id
      when r.key_second is null then -(g.log_no * 1099511627776 + r."row")
      else k.event
    end as event,
    min(g.log_no * 1099511627776 + r."row") as first_row,
    count(*) as logged_rows,
    min(l.label_no) as label_no,
    min(r.hour) as hour,
    max(r.networks) as networks,
    max(r.lookback_hours) as lookback_hours,
    min(t.word_no) as type_no,
    max(o.word_no) as offence_no,
    @bit_or(case r.reason_state when 'present' then 16 when 'empty' then 8 when 'placeholder' then 4 when 'masked-agency' then 2 when 'masked-vendor' then 1 else 0 end
      + case r.case_state when 'present' then 512 when 'empty' then 256 when 'placeholder' then 128 when 'masked-agency' then 64 when 'masked-vendor' then 32 else 0 end
      + case r.name_state when 'present' then 16384 when 'empty' then 8192 when 'placeholder' then 4096 when 'masked-agency' then 2048 when 'masked-vendor' then 1024 else 0 end
      + case r.plate_state when 'present' then 524288 when 'empty' then 262144 when 'placeholder' then 131072 when 'masked-agency' then 65536 when 'masked-vendor' then 32768 else 0 end
      + case r.reason_class when 'immigration' then 4194304 when 'department' then 2097152 when 'other' then 1048576 else 0 end
      + case r.reason_form when 'free' then 16777216 when 'list' then 8388608 else 0 end) as bits
  from records_searches as r
  join search_logs as g on g.edition = r.edition
  left join search_labels as l on l.label = coalesce(r.org_text, case when r.org_state in ('no-column', 'holder') then g.holder end)
  left join search_words as t on t.list = 'type' and t.word = r.search_type
  left join search_words as o on o.list = 'offence' and o.word = r.offence
  left join search_keys as k on k.key_second = case when r.key_id is null then r.key_second end and coalesce(k.key_frame, -1) = coalesce(r.key_frame, -1)
  where r.disposition = 'kept' and (r.key_id is not null or r.key_second is null or k.event is not null) and r.hour = r.hour
  group by 1, 2
),
placed as (
  select c.*, cast((c.first_row - mod(c.first_row, 1099511627776)) / cast(1099511627776 as double) as bigint) as log_no
  from counted as c
)
select p.network_no, p.event, p.first_row, p.log_no, p.logged_rows, p.label_no, p.hour, h.month, p.networks, p.lookback_hours, p.type_no, p.offence_no, p.bits
from placed as p
join search_logs as g on g.log_no = p.log_no
left join search_hours as h on h.hour = p.hour and h.zone = g.zone
