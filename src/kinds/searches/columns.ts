import { sqlText } from '../../engine/sql-text.ts';
import type { Layout } from '../../read/layout.ts';
import { accountSql, digestSql, instantSql, labelKeySql, reasonSql, searchTypes, stateSql } from './door.ts';
import { headerTexts } from './headers.ts';
import { searchRecords } from './shape.ts';

/** The header under which each column is found; one that a family of layouts does not know is left out. */
export interface SearchHeaders {
  time: string;
  /** Of a date apart from the time. */
  date?: string;
  id?: string;
  name?: string;
  user?: string;
  organisation?: string;
  networks?: string;
  devices?: string;
  frame?: string;
  frameStart?: string;
  frameEnd?: string;
  plate?: string;
  reason?: string;
  offence?: string;
  caseNumber?: string;
  filters?: string;
  type?: string;
  prompt?: string;
  moderation?: string;
}

const none = 'cast(null as varchar)';
const cell = (header: string | undefined) => (header === undefined ? none : `{${header}}`);
const has = (header: string | undefined) => (header === undefined ? 'false' : `{${header}.has}`);
const state = (header: string | undefined) => stateSql(cell(header), has(header));

/** The values of the form that the vendor brought in late in 2025: an offence from a list, then free text. */
const dropDown =
  '^(larceny/theft offenses|motor vehicle theft/stolen|burglary/breaking & entering|missing/endangered person|assault/battery offenses|stolen property offenses|sex offenses|hit and run/car accident|wanted person \\(|financial crime \\(|criminal motor vehicle offense|driving under the influence \\(|immigration \\(|drugs/narcotics|welfare check|traffic infraction|homicide|robbery|human trafficking|weapons? )';

/** The stages and columns of a layout's door. */
export interface SearchColumns {
  prepare: readonly Readonly<Record<string, string>>[];
  columns: Readonly<Record<string, string>>;
}

/** What the layouts of this kind share: the stages and columns of the door for a family of headers. */
export function searchColumns(
  headers: SearchHeaders,
  first: 'us' | 'iso',
  log: 'portal' | 'audit',
): SearchColumns {
  const h = headers;
  const time =
    h.date === undefined
      ? cell(h.time)
      : `case when ${has(h.date)} then ${cell(h.date)} || ' ' || ${cell(h.time)} else ${cell(h.time)} end`;
  const frame = cell(h.frame);
  const start = `case when ${has(h.frameStart)} then ${cell(h.frameStart)} when contains(${frame}, ' to ') then split_part(${frame}, ' to ', 1) else split_part(${frame}, chr(10), 1) end`;
  const end = `case when ${has(h.frameEnd)} then ${cell(h.frameEnd)} when contains(${frame}, ' to ') then split_part(${frame}, ' to ', 2) else split_part(${frame}, chr(10), 2) end`;
  const offence =
    h.offence === undefined ? none : `case when offence_state = 'present' then ${cell(h.offence)} end`;
  const reason = `case when stated_state = 'present' then ${cell(h.reason)} end`;
  const stated =
    h.offence === undefined
      ? `lower(${reason})`
      : `nullif(lower(concat_ws(' - ', ${offence}, ${reason})), '')`;
  const hasFrame = `(${has(h.frame)} or ${has(h.frameStart)})`;
  return {
    prepare: [
      {
        second: `date_trunc('second', ${instantSql(`(${time})`, first)})`,
        account: `trim(${cell(h.organisation)})`,
        stated_state: state(h.reason),
        offence_state: state(h.offence),
        frame_start: `case when ${hasFrame} then ${instantSql(`trim(${start})`, 'us')} end`,
        frame_end: `case when ${hasFrame} then ${instantSql(`trim(${end})`, 'us')} end`,
        networks_read: `try_cast(replace(${cell(h.networks)}, ',', '') as integer)`,
      },
      {
        label: `case when not ${has(h.organisation)} then {holder} when ${accountSql('account')} then account end`,
        stated,
      },
      {
        label_key: labelKeySql('label'),
        family_word: reasonSql.familyWord('stated'),
        flagged: reasonSql.flagged('stated'),
      },
      {
        key_second: digestSql(`label_key || '|' || epoch_ms(second) || '|' || coalesce(networks_read, -1)`),
      },
    ],
    columns: {
      holder: '{holder}',
      log: sqlText(log),
      org_text: 'label',
      org_state: `case
        when not ${has(h.organisation)} then case when {holder} is null then 'no-column' else 'holder' end
        when label is not null then 'present'
        when account is null or account = '' then 'empty'
        when regexp_matches(account, '^(\\*{3}|\\[?REDACT|#+$)') then 'masked'
        else 'not-accepted'
      end`,
      hour: `date_trunc('hour', second)`,
      key_id:
        h.id === undefined
          ? 'cast(null as bigint)'
          : `case when length(${cell(h.id)}) = 36 and try_cast(${cell(h.id)} as uuid) is not null then ${digestSql(`lower(${cell(h.id)})`)} end`,
      key_frame: `case when frame_start is not null and frame_end is not null then ${digestSql(`key_second || '|' || epoch_ms(frame_start) || '|' || epoch_ms(frame_end)`)} end`,
      networks: 'networks_read',
      devices: `nullif(try_cast(replace(${cell(h.devices)}, ',', '') as integer), 0)`,
      devices_state: `case
        when not ${has(h.devices)} then 'no-column'
        when ${cell(h.devices)} is null then 'empty'
        when try_cast(${cell(h.devices)} as integer) > 0 then 'present'
        when regexp_matches(${cell(h.devices)}, '^\\s*([—–-]+|0)\\s*$') then 'not recorded'
        else 'unreadable'
      end`,
      lookback_hours: `cast(datediff('hour', frame_start, second) as integer)`,
      search_type: `case when not ${has(h.type)} then 'no-column' else coalesce(list_extract(${listOf(searchTypes)}, list_position(${listOf(searchTypes)}, replace(replace(lower(trim(${cell(h.type)})), ' - mobile', ''), ' ', ''))), 'other') end`,
      moderation: `case when not ${has(h.moderation)} then 'no-column' when ${cell(h.moderation)} is null then 'empty' when regexp_matches(${cell(h.moderation)}, '(?i)^\\s*(allow|warn|block)\\s*$') then lower(trim(${cell(h.moderation)})) else 'other' end`,
      reason_state:
        h.offence === undefined
          ? 'stated_state'
          : `case when stated is not null then 'present' when stated_state = 'no-column' then offence_state else stated_state end`,
      reason_class: reasonSql.class('stated', 'flagged'),
      offence: `case when stated is null then null else coalesce(${reasonSql.family('family_word')}, 'other') end`,
      reason_words: `nullif(family_word, '')`,
      reason_form:
        h.offence === undefined
          ? `case when stated is null then null when regexp_matches(stated, ${sqlText(dropDown)}) then 'list' else 'free' end`
          : `case when stated is null then null when ${has(h.offence)} or regexp_matches(stated, ${sqlText(dropDown)}) then 'list' else 'free' end`,
      name_state: state(h.name),
      user_state: state(h.user),
      plate_state: state(h.plate),
      case_state: state(h.caseNumber),
      filters_state: state(h.filters),
      prompt_state: state(h.prompt),
    },
  };
}

const listOf = (values: readonly string[]) => `[${values.map(sqlText).join(', ')}]`;

/** What every layout of this kind has in common besides its columns. */
export function sharedRules(
  time: string,
): Pick<
  Layout,
  | 'version'
  | 'kind'
  | 'shape'
  | 'source'
  | 'coverage'
  | 'links'
  | 'headerWhen'
  | 'rejectWhen'
  | 'withholdWhen'
  | 'eventDate'
  | 'eventOutsideReason'
  | 'problems'
  | 'notes'
> {
  return {
    version: 1,
    kind: 'searches',
    shape: searchRecords,
    source: 'search-audits',
    coverage: 'window',
    links: [],
    headerWhen: `regexp_matches(time_word, ${sqlText(`^(${headerTexts.join('|').replaceAll('.', '[.]')})$`)})`,
    rejectWhen: `second is null and (time_word <> '' or networks_read is not null or frame_start is not null)`,
    // Without a time there is no event; what is left of such rows are masks.
    withholdWhen: 'second is null',
    eventDate: 'hour',
    eventOutsideReason: `hour < timestamp '2012-01-01' or hour > timestamp '2100-01-01'`,
    problems: [
      {
        column: time,
        code: 'date-outside-reason',
        when: `hour < timestamp '2012-01-01' or hour > timestamp '2100-01-01'`,
      },
      { column: 'organisation', code: 'label-not-accepted', when: `org_state = 'not-accepted'` },
      { column: 'networks', code: 'not-a-number', when: 'networks is null and devices is null' },
      { column: 'networks', code: 'zero', when: 'networks = 0' },
      { column: 'devices', code: 'not-recorded', when: `devices_state = 'not recorded'` },
      { column: 'devices', code: 'unreadable', when: `devices_state = 'unreadable'` },
      { column: 'time frame', code: 'begins-after-the-search', when: 'lookback_hours < 0' },
    ],
    notes: [
      {
        says: 'The number of rows is round: the export may have been capped.',
        when: `count(*) >= 5000 and (count(*) % 5000 = 0 or count(*) between 1048570 and 1048576)`,
      },
      {
        says: 'Every stated reason reads the same: it may be a mask.',
        when: `count(*) >= 500 and count(*) filter (where reason_state = 'present') = count(*) and count(distinct coalesce(reason_words, '-')) = 1`,
      },
      {
        says: 'Every search names the same number of networks.',
        when: `count(*) >= 500 and count(distinct networks) = 1`,
      },
      {
        says: 'No row holds a number of devices: the column is there and is not filled.',
        when: `count(*) >= 100 and bool_and(devices_state in ('not recorded', 'empty'))`,
      },
    ],
  };
}
