import { type Model, parseModel } from '../../figures/model.ts';
import { offenceSql, reasonClassSql, reasonNumberSql, saidSql, saidWordSql, stored } from './said.ts';

/*
 * Searches counted once. Two models are stored, and hold numbers, and words by which figures are often grouped:
 * `search_events`, a row a search, and `search_listings`, which says of a search in the logs of several networks what
 * each of them says. The views of `counted-words.ts` read the numbers as words.
 *
 * A row of a log is known by one number: that of the log times 2^40, and its place in the log. Where it stands in time
 * and who searched is another: rows that name no organisation last, then the hour, then the label.
 */

/** SQL of the number of a row `r` of the log `g`. */
const rowNumber = 'g.log_no * 1099511627776 + r."row"';
const logOf = (number: string) => `@bits_at(${number}, 40, 23)`;
/** SQL of the place in its log of the row with a number. */
export const rowOf = (number: string) => `@bits_at(${number}, 0, 40)`;

/** SQL of the event that a row stands for: by its id, alone, or as `search_keys` says; null where that is ambiguous. */
export const event = `case
      when r.key_id is not null then r.key_id
      when r.key_second is null then -(${rowNumber})
      else k.event
    end`;

/** SQL of where a row stands in time, and who searched. */
const placed = `case when l.label_no is null then 4503599627370496 else 0 end + @hours_since_1970(r.hour) * 16777216 + coalesce(l.label_no, 0)`;
const labelOf = (number: string) => `nullif(@bits_at(${number}, 0, 24), 0)`;
/** The look-up of the hour of a number; hours before 1970 are negative, and have the same 28 bits on both sides. */
const withHours = (number: string) =>
  `left join search_hours as h on @bits_at(h.hour_no, 0, 28) = @bits_at(${number}, 24, 28) and h.zone = g.zone`;

/** The label of the account of a row `r` of the log `g`. */
export const labelled = `left join search_labels as l on l.label = coalesce(r.org_text, case when r.org_state in ('no-column', 'holder') then g.holder end)`;

/** What stands for the keys of a row `r` that has no id. */
export const keyed =
  'left join search_keys as k on k.key_second = case when r.key_id is null then r.key_second end and coalesce(k.key_frame, -1) = coalesce(r.key_frame, -1)';

/** Rows of logs in force, with all that says which search and organisation they stand for. */
const rows = `from records_searches as r
  join search_logs as g on g.edition = r.edition
  ${labelled}
  ${keyed}
  where r.disposition = 'kept' and r.hour = r.hour and (r.key_id is not null or r.key_second is null or k.event is not null)`;

const searchEvents = parseModel(
  'search_events',
  `-- one row per search (event), however many logs list it, in numbers; where rows differ, what says more counts
-- order by: first_row
-- in parts: search_parts, r.hour
-- stretches together: 2
with counted as (
  select ${event} as event, stretch_of(r.hour) as stretch,
    min(${rowNumber}) as first_row,
    min(coalesce(g.network_no, 0)) as first_network,
    max(coalesce(g.network_no, 0)) as last_network,
    count(*) as logged_rows,
    min(${placed}) as placed,
    max(r.networks) as networks,
    max(r.lookback_hours) as lookback_hours,
    max(${reasonNumberSql('r')}) as reason_no,
    @bit_or(${saidSql('r')}) as said
  ${rows}
  group by 1, 2
)
select c.event, c.first_row, g.log_no, c.first_network < c.last_network as shared, c.logged_rows, ${labelOf('c.placed')} as label_no,
  h.hour, h.month, h.day, h.hour_of_day, c.networks, c.lookback_hours,
  ${reasonClassSql('c.reason_no', stored)} as reason_class,
  ${offenceSql('c.reason_no', stored)} as offence,
  ${saidWordSql('search_type', 'c.said', stored)} as search_type,
  c.said
from counted as c
join search_logs as g on g.log_no = ${logOf('c.first_row')}
${withHours('c.placed')}`,
);

/** What is asked of a row that stands in the logs of several networks. */
const listedColumns = ['edition', '"row"', 'hour', 'org_text', 'org_state', 'reason_class', 'offence']
  .map((column) => `r.${column}`)
  .join(', ');

const searchListings = parseModel(
  'search_listings',
  `-- one row per network and search (by the first row of all that list it) that stands in its log and in that of another network too, in numbers
-- order by: first_row
-- in parts: search_parts, r.hour
-- stretches together: 8
with shared as (
  select r.event, r.first_row as search, stretch_of(r.hour) as stretch from search_events as r where r.shared and r.hour = r.hour
),
found as (
  select ${listedColumns}, s.event, s.search
  from records_searches as r
  join shared as s on s.event = r.key_id and s.stretch = stretch_of(r.hour)
  where r.disposition = 'kept' and r.hour = r.hour
  union all
  select ${listedColumns}, s.event, s.search
  from records_searches as r
  join search_keys as k on k.key_second = r.key_second and coalesce(k.key_frame, -1) = coalesce(r.key_frame, -1)
  join shared as s on s.event = k.event and s.stretch = stretch_of(r.hour)
  where r.disposition = 'kept' and r.hour = r.hour and r.key_id is null
),
counted as (
  select r.search, min(r.event) as event, g.network_no, min(${rowNumber}) as first_row, min(${placed}) as placed, max(${reasonNumberSql('r')}) as reason_no
  from found as r
  join search_logs as g on g.edition = r.edition
  ${labelled}
  where g.network_no is not null
  group by r.search, g.network_no
)
select c.event, c.search, c.first_row, g.log_no, ${labelOf('c.placed')} as label_no, h.month, ${reasonClassSql('c.reason_no', stored)} as reason_class
from counted as c
join search_logs as g on g.log_no = ${logOf('c.first_row')}
${withHours('c.placed')}`,
);

/** Searches counted once, stored as numbers. */
export const countedModels: readonly Model[] = [searchEvents, searchListings];
