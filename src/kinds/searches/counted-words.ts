import { type LookUp, readAsWords } from '../../figures/look-ups.ts';
import type { Model } from '../../figures/model.ts';
import { rowOf } from './counted.ts';
import { saidWordSql } from './said.ts';

/*
 * Searches counted once, read as words: what is stored of them (`counted.ts`) is numbers. `c` is the search, `g` the log
 * in which it is read, `l` the organisation that searched.
 */

const log = (number: string): LookUp => ({
  as: 'g',
  join: `left join search_logs as g on g.log_no = ${number}`,
});
/** Numbers and words that millions of searches share. */
const few = ['label_no', 'log_no', 'month', 'reason_class'];
const fewOfSearches = [...few, 'hour_of_day', 'offence', 'search_type', 'said', 'logged_rows', 'shared'];
const label: LookUp = { as: 'l', join: 'left join search_labels as l on l.label_no = c.label_no' };

/** SQL of where the organisation searches from, as seen from the network. */
export const scope = `case
    when l.level = 'federal' then 'federal'
    when l.state is null or g.network_state is null then 'unreadable'
    when l.state = g.network_state then 'inside'
    else 'outside'
  end`;
/** SQL of whose a search is, as seen from the network. */
export const whose = (unreadable: string) =>
  `case when l.organisation = g.network then 'own' when ${unreadable} then 'unreadable' else 'other' end`;

/** Columns that say who searched. */
export const organisation = {
  organisation: 'l.organisation',
  organisation_name: 'l.name',
  state: 'l.state',
  level: "coalesce(l.level, 'unreadable')",
};

/** Columns that a search has of itself, whichever log it is read in. */
const ofSearch = {
  ...organisation,
  network: 'g.network',
  network_state: 'g.network_state',
  zone: 'g.zone',
  scope,
  whose: whose('l.organisation is null or g.network is null'),
};

/** Columns of its time in the zone of a log, from what holds them. */
const ofTime = (from: string) => ({
  month: `${from}.month`,
  year: `substr(${from}.month, 1, 4)`,
  day: `${from}.day`,
  hour_of_day: `${from}.hour_of_day`,
});

const ofCells = {
  ...Object.fromEntries(
    ['networks', 'lookback_hours', 'search_type', 'reason_class', 'offence'].map((name) => [
      name,
      `c.${name}`,
    ]),
  ),
  ...Object.fromEntries(
    ['reason_form', 'reason_state', 'case_state', 'name_state', 'plate_state'].map((name) => [
      name,
      saidWordSql(name, 'c.said'),
    ]),
  ),
};

const searches = readAsWords({
  name: 'searches',
  says: 'one row per search (event), however many logs list it; where logs differ, what says more counts',
  orderBy: 'edition, "row"',
  rows: [
    {
      columns: {
        event: 'c.event',
        edition: 'g.edition',
        row: rowOf('c.first_row'),
        logged_rows: 'c.logged_rows',
        shared: 'c.shared',
        ...ofSearch,
        ...ofTime('c'),
        ...ofCells,
      },
      from: 'search_events as c',
      lookUps: [log('c.log_no'), label],
      few: fewOfSearches,
    },
  ],
});

const inNetwork = (number: string, time: string) => ({
  event: 'c.event',
  edition: 'g.edition',
  row: rowOf(number),
  ...ofSearch,
  ...ofTime(time),
  ...ofCells,
});

const searchesInNetworks = readAsWords({
  name: 'searches_in_networks',
  says: 'one row per search and network in whose log it stands, with what all logs together say of it; times are those of the network',
  orderBy: 'edition, "row", event',
  rows: [
    {
      columns: inNetwork('c.first_row', 'c'),
      from: 'search_events as c',
      where: 'not c.shared',
      lookUps: [log('c.log_no'), label],
      few: fewOfSearches,
    },
    {
      columns: inNetwork('w.first_row', 'h'),
      from: 'search_listings as w',
      as: 'w',
      lookUps: [
        log('w.log_no'),
        { as: 'c', join: 'left join search_events as c on c.first_row = w.search' },
        label,
        { as: 'h', join: 'left join search_hours as h on h.hour = c.hour and h.zone = g.zone' },
      ],
      few: ['log_no'],
    },
  ],
});

const listing = 'event, first_row, log_no, label_no, month, reason_class';

const networkSearches = readAsWords({
  name: 'network_searches',
  says: 'one row per search and network in whose log it stands',
  orderBy: 'edition, "row", event',
  rows: [
    {
      columns: {
        network: 'g.network',
        network_name: 'g.network_name',
        network_state: 'g.network_state',
        zone: 'g.zone',
        event: 'c.event',
        edition: 'g.edition',
        row: rowOf('c.first_row'),
        ...organisation,
        whose: whose('l.organisation is null'),
        scope,
        reason_class: 'c.reason_class',
        month: 'c.month',
        year: 'substr(c.month, 1, 4)',
      },
      from: `(
  select ${listing} from search_events where not shared
  union all
  select ${listing} from search_listings
) as c`,
      where: 'g.network_no is not null',
      lookUps: [log('c.log_no'), label],
      few,
    },
  ],
});

/** Searches counted once, read as words. */
export const wordedModels: readonly Model[] = [searches, searchesInNetworks, networkSearches];
