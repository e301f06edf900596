import { type Model, parseModel } from '../../figures/model.ts';
import { offenceSql, reasonClassSql, reasonNumberSql, saidSql, saidWordSql, stored } from './said.ts';

/*
 * Searches counted once. Two models are stored, and hold numbers, and words by which figures are often grouped:
 * `search_events`, a row a search, and `search_listings`, which says of a search in the logs of several networks what
 * each of them says. `searches` and `network_searches` read the numbers as words.
 *
 * A row of a log is known by one number: that of the log times 2^40, and its place in the log. Where it stands in time
 * and who searched is another: rows that name no organisation last, then the hour, then the label.
 */

/** SQL of the number of a row `r` of the log `g`. */
const rowNumber = 'g.log_no * 1099511627776 + r."row"';
const logOf = (number: string) => `@bits_at(${number}, 40, 23)`;
const rowOf = (number: string) => `@bits_at(${number}, 0, 40)`;

/** SQL of the event that a row stands for: by its id, alone, or as `search_keys` says; null where that is ambiguous. */
const event = `case
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
const labelled = `left join search_labels as l on l.label = coalesce(r.org_text, case when r.org_state in ('no-column', 'holder') then g.holder end)`;

/** Rows of logs in force, with all that says which search and organisation they stand for. */
const rows = `from records_searches as r
  join search_logs as g on g.edition = r.edition
  ${labelled}
  left join search_keys as k on k.key_second = case when r.key_id is null then r.key_second end and coalesce(k.key_frame, -1) = coalesce(r.key_frame, -1)
  where r.disposition = 'kept' and r.hour = r.hour and (r.key_id is not null or r.key_second is null or k.event is not null)`;

/** SQL of where the organisation searches from, as seen from the network. */
const scope = `case
    when l.level = 'federal' then 'federal'
    when l.state is null or g.network_state is null then 'unreadable'
    when l.state = g.network_state then 'inside'
    else 'outside'
  end`;
const whose = (unreadable: string) =>
  `case when l.organisation = g.network then 'own' when ${unreadable} then 'unreadable' else 'other' end`;

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

/** What a search says of itself, whichever log it is read in. */
const ofSearch = `l.organisation, l.name as organisation_name, l.state, coalesce(l.level, 'unreadable') as level,
  g.network, g.network_state, g.zone,
  ${scope} as scope,
  ${whose('l.organisation is null or g.network is null')} as whose`;
const ofCells = `c.networks, c.lookback_hours, c.search_type, c.reason_class, c.offence,
  ${['reason_form', 'reason_state', 'case_state', 'name_state', 'plate_state'].map((column) => `${saidWordSql(column, 'c.said')} as ${column}`).join(',\n  ')}`;

const searches = parseModel(
  'searches',
  `-- one row per search (event), however many logs list it; where logs differ, what says more counts
-- order by: edition, "row"
-- kept as: view
select
  c.event,
  g.edition,
  ${rowOf('c.first_row')} as "row",
  c.logged_rows, c.shared,
  ${ofSearch},
  c.month, substr(c.month, 1, 4) as year, c.day, c.hour_of_day,
  ${ofCells}
from search_events as c
join search_logs as g on g.log_no = c.log_no
left join search_labels as l on l.label_no = c.label_no`,
);

const searchesInNetworks = parseModel(
  'searches_in_networks',
  `-- one row per search and network in whose log it stands, with what all logs together say of it; times are those of the network
-- order by: edition, "row", event
-- kept as: view
select c.event, g.edition, ${rowOf('c.first_row')} as "row",
  ${ofSearch},
  c.month, substr(c.month, 1, 4) as year, c.day, c.hour_of_day,
  ${ofCells}
from search_events as c
join search_logs as g on g.log_no = c.log_no
left join search_labels as l on l.label_no = c.label_no
where not c.shared
union all
select c.event, g.edition, ${rowOf('w.first_row')} as "row",
  ${ofSearch},
  h.month, substr(h.month, 1, 4) as year, h.day, h.hour_of_day,
  ${ofCells}
from search_listings as w
join search_events as c on c.first_row = w.search
join search_logs as g on g.log_no = w.log_no
left join search_labels as l on l.label_no = c.label_no
left join search_hours as h on h.hour = c.hour and h.zone = g.zone
where c.shared`,
);

const networkSearches = parseModel(
  'network_searches',
  `-- one row per search and network in whose log it stands
-- order by: edition, "row", event
-- kept as: view
with listed as (
  select event, first_row, log_no, label_no, month, reason_class from search_events where not shared
  union all
  select event, first_row, log_no, label_no, month, reason_class from search_listings
)
select g.network, g.network_name, g.network_state, g.zone, c.event, g.edition, ${rowOf('c.first_row')} as "row",
  l.organisation, l.name as organisation_name, l.state, coalesce(l.level, 'unreadable') as level,
  ${whose('l.organisation is null')} as whose,
  ${scope} as scope,
  c.reason_class,
  c.month, substr(c.month, 1, 4) as year
from listed as c
join search_logs as g on g.log_no = c.log_no
left join search_labels as l on l.label_no = c.label_no
where g.network_no is not null`,
);

/** Searches counted once, stored as numbers and read as words. */
export const countedModels: readonly Model[] = [
  searchEvents,
  searchListings,
  searches,
  searchesInNetworks,
  networkSearches,
];
