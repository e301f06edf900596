import { renderMacros } from '../../engine/macros.ts';
import { sqlText } from '../../engine/sql-text.ts';
import type { Layout } from '../../read/layout.ts';
import { identityStages } from './account-identity.ts';
import {
  accountStages,
  digestBitsSql,
  digestSql,
  firstKey,
  foldsSql,
  instantSql,
  secondKey,
  stateSql,
  windowStages,
} from './door.ts';
import { headerTexts } from './headers.ts';
import { classSql, familySql, familyWordSql, flaggedSql } from './reasons.ts';
import { searchRecords } from './shape.ts';
import {
  cellStates,
  deviceStates,
  familyWords,
  logForms,
  moderations,
  offences,
  organisationStates,
  reasonClasses,
  reasonForms,
  searchTypes,
  vendorTypes,
} from './words.ts';

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
  const [quick, texts, instants] = windowStages(cell(h.frame), {
    start: cell(h.frameStart),
    end: cell(h.frameEnd),
    hasStart: has(h.frameStart),
    hasEnd: has(h.frameEnd),
  });
  const [account, accepted] = accountStages(cell(h.organisation));
  const offence =
    h.offence === undefined
      ? none
      : `case when offence_state = ${cellStates.word('present')} then ${cell(h.offence)} end`;
  const reason = `case when stated_state = ${cellStates.word('present')} then ${cell(h.reason)} end`;
  const stated = `case when ${has(h.offence)} then nullif(lower(concat_ws(' - ', ${offence}, ${reason})), '') else lower(${reason}) end`;
  const listed = `regexp_matches(stated, ${sqlText(dropDown)})`;
  const networks = cell(h.networks);
  const devices = cell(h.devices);
  return {
    prepare: [
      {
        second: instantSql(`(${time})`, first),
        plain_label: account.plain,
        stated_state: state(h.reason),
        offence_state: state(h.offence),
        ...quick,
        networks_read: integerSql(networks),
        devices_read: integerSql(devices),
      },
      {
        other_label: account.rest,
        stated,
        ...texts,
        networks_word: `case when networks_read is null then ${networks} end`,
      },
      { account: accepted, cell_label: 'coalesce(plain_label, other_label)' },
      {
        label: `case when ${has(h.organisation)} then coalesce({confirmed cell_label}, account) else {holder} end`,
      },
      {
        ...instants,
        family_word: `try_cast(${familyWordSql('stated')} as ${familyWords.type})`,
        flagged: flaggedSql('stated'),
      },
      ...identityStages(foldsSql).map(rendered),
      {
        event_digest: digestBitsSql(
          `account_key || '|' || (epoch_ms(second) // 1000 * 16384 + coalesce(networks_read, -1))`,
        ),
      },
    ],
    columns: {
      holder: '{holder}',
      log: logForms.word(log),
      org_text: 'label',
      org_state: organisationSql(has(h.organisation)),
      hour: `date_trunc('hour', second)`,
      // The form of a UUID by its length and hyphens; whatever is hashed can only be counted.
      key_id:
        h.id === undefined
          ? 'cast(null as bigint)'
          : `case when ${cell(h.id)} like '________-____-____-____-____________' then ${digestSql(`lower(${cell(h.id)})`)} end`,
      key_frame: secondKey('event_digest', 'frame_start', 'frame_end'),
      key_second: firstKey('event_digest'),
      networks: 'networks_read',
      devices: `nullif(devices_read, 0)`,
      devices_state: devicesSql(devices, has(h.devices)),
      // Hours begun: more than 21 days, to the second, are more than 504 of them.
      lookback_hours: `cast((datediff('second', frame_start, second) + case when frame_start <= second then 3599 else -3599 end) // 3600 as integer)`,
      search_type: typeSql(cell(h.type), has(h.type)),
      moderation: moderationSql(cell(h.moderation), has(h.moderation)),
      reason_state:
        h.offence === undefined
          ? 'stated_state'
          : `case when stated is not null then ${cellStates.word('present')} when stated_state = ${cellStates.word('no-column')} then offence_state else stated_state end`,
      reason_class: classSql('stated', 'flagged', reasonClasses.word),
      offence: `case when stated is not null then coalesce(${familySql('family_word', offences.word)}, ${offences.word('other')}) end`,
      reason_words: 'family_word',
      reason_form: `case when stated is null then null when ${h.offence === undefined ? listed : `${has(h.offence)} or ${listed}`} then ${reasonForms.word('list')} else ${reasonForms.word('free')} end`,
      name_state: state(h.name),
      user_state: state(h.user),
      plate_state: state(h.plate),
      case_state: state(h.caseNumber),
      filters_state: state(h.filters),
      prompt_state: state(h.prompt),
    },
  };
}

/** A stage of portable SQL as the door runs it. */
const rendered = (stage: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(stage).map(([name, sql]) => [name, renderMacros(sql, 'duckdb')]));

/** SQL: a whole number, with or without commas between groups of three; null where it is none. */
const integerSql = (cell: string) =>
  `coalesce(try_cast(${cell} as integer), case when contains(${cell}, ',') and regexp_matches(trim(${cell}), '^[0-9]{1,3}(,[0-9]{3})+$') then try_cast(replace(${cell}, ',', '') as integer) end)`;

function organisationSql(has: string): string {
  const { word } = organisationStates;
  return `case
    when not ${has} then case when {holder} is null then ${word('no-column')} else ${word('holder')} end
    when label is not null then ${word('present')}
    when other_label is null or other_label = '' then ${word('empty')}
    when regexp_matches(other_label, '^(\\*{3}|\\[?REDACT|#+$)') then ${word('masked')}
    else ${word('not-accepted')}
  end`;
}

function devicesSql(cell: string, has: string): string {
  const { word } = deviceStates;
  return `case
    when not ${has} then ${word('no-column')}
    when ${cell} is null then ${word('empty')}
    when devices_read > 0 then ${word('present')}
    when regexp_matches(${cell}, '^\\s*([—–-]+|0)\\s*$') then ${word('not recorded')}
    else ${word('unreadable')}
  end`;
}

/** The vendor's own spellings are compared first; other case and blanks cost more and are rare. */
function typeSql(cell: string, has: string): string {
  const { word, type } = searchTypes;
  const spelled = vendorTypes.flatMap((name) =>
    [name, `${name} - Mobile`].map((text) => `when ${sqlText(text)} then ${word(name.toLowerCase())}`),
  );
  const folded = `replace(replace(lower(trim(${cell})), ' - mobile', ''), ' ', '')`;
  return `case when not ${has} then ${word('no-column')} else case ${cell} ${spelled.join(' ')} else coalesce(try_cast(${folded} as ${type}), ${word('other')}) end end`;
}

function moderationSql(cell: string, has: string): string {
  const { word, type } = moderations;
  return `case
    when not ${has} then ${word('no-column')}
    when ${cell} is null then ${word('empty')}
    when regexp_matches(${cell}, '(?i)^\\s*(allow|warn|block)\\s*$') then cast(lower(trim(${cell})) as ${type})
    else ${word('other')}
  end`;
}

/** What cannot stand where a number of networks does: an id, a date, a search type, an account. */
const foreign = `^\\s*([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-|[0-9]{1,4}[/-][0-9]{1,2}[/-][0-9]{2,4}[, T]|(?i:${vendorTypes.join('|')})( - Mobile)?\\s*$|[A-Z][A-Za-z .]{1,40} [A-Z]{2} (PD|SO|SP))`;

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
    // Something in the place of the time that is none; or in the place of the networks what only another column holds.
    rejectWhen: `(second is null and ((time_word <> '' and not regexp_matches(time_word, '^([*]{3,}|[[]?redacted|#+$)')) or networks_read is not null or frame_start is not null)) or regexp_matches(networks_word, ${sqlText(foreign)})`,
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
        when: `count(*) >= 500 and count(*) filter (where reason_state = 'present') = count(*) and min(coalesce(reason_words, '-')) = max(coalesce(reason_words, '-'))`,
      },
      {
        says: 'Every search names the same number of networks.',
        when: `count(*) >= 500 and min(networks) = max(networks)`,
      },
      {
        says: 'No row holds a number of devices: the column is there and is not filled.',
        when: `count(*) >= 100 and bool_and(devices_state in ('not recorded', 'empty'))`,
      },
    ],
  };
}
