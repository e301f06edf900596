-- one row per action in an edition in force, with its place among the rows that carry the same action: 1 counts
-- order by: action, place, edition, "row"
-- The richer source comes first (source_rank), of one source the latest edition, of one edition the first row.
-- A delta's row gives way to a later full file that covers its date; a row that a later delta deletes is out.
with listed as (
  select r.action, r.edition, r."row", r.source_rank, r.correction, e.order_no, e.source, e.coverage, r.action_date
  from contract_action_rows as r
  join contract_editions as e on e.edition = r.edition
),
deleted as (
  select action, source, max(order_no) as order_no
  from listed
  where correction = 'D'
  group by action, source
),
overtaken as (
  select d.edition, f.order_no, f.first_event, f.latest_event
  from contract_editions as d
  join contract_editions as f on f.source = d.source and f.coverage = 'partition' and f.order_no > d.order_no
  where d.coverage = 'delta'
),
standing as (
  select l.action, l.edition, l."row", l.source_rank, l.order_no, l.source
  from listed as l
  left join deleted as d on d.action = l.action and d.source = l.source and d.order_no >= l.order_no
  left join (
    select distinct l.edition, l."row"
    from listed as l
    join overtaken as o on o.edition = l.edition and l.action_date between o.first_event and o.latest_event
  ) as late on late.edition = l.edition and late."row" = l."row"
  where d.action is null and late.edition is null and coalesce(l.correction, '') <> 'D'
)
select action, edition, "row", source_rank,
  row_number() over (partition by action order by source_rank, order_no desc, "row") as place,
  row_number() over (partition by action, edition order by "row") as copy,
  count(*) over (partition by action) as carried
from standing
