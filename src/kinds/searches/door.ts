import { sqlText } from '../../engine/sql-text.ts';
import { states } from '../../reference/states.ts';
import { classSql, familySql, familyWordSql, flaggedSql } from './reasons.ts';

/**
 * What the door of this kind lets through, as SQL over raw cells; embedded engine only. Cells of persons (name, user
 * id, plate, filters, prompt, case number) leave nothing but their state.
 */

/** Texts that stand for "nothing given". */
const placeholder = String.raw`(?i)^\s*(none|n/?a|-+|x|xxx|0|test|\.|null|unknown|tbd)?\s*$`;

/** How an agency blacks out a cell: the word, signs only, blocks, or the exemption it cites. */
const agencyMask = String.raw`(?i)^\s*(\[?redact|#+\s*$|(\*\s+)+\**\s*$|\*{4,}\s*$|[█■▮]+|withheld|exempt|[0-9]{3,5}(\.[0-9]+)* ?(\([a-z0-9]\))* ?g\.?c\.?\s*$|gov(t|ernment)?\.? code)`;

/**
 * SQL: the state of a cell, in the words of the figures. `has` is SQL of whether there is such a column. No expression
 * stands twice: the engine would work it out for every row, whatever the condition.
 */
export function stateSql(cell: string, has: string): string {
  return `case
    when not ${has} then 'no-column'
    when ${cell} is null then 'empty'
    when ${cell} = '***' then 'masked-vendor'
    when regexp_matches(${cell}, ${sqlText(agencyMask)}) then 'masked-agency'
    when regexp_matches(${cell}, ${sqlText(placeholder)}) then case when regexp_matches(${cell}, '[!-~]') then 'placeholder' else 'empty' end
    else 'present'
  end`;
}

const codes = states.map((state) => state.code).join('|');

const stateNames = states.map((state) => state.name).join('|');

/** The last part of an account's label: what kind of agency it is. */
const accountForms = [
  'PD|SO|SD|SP|HP|DPS|DOC|DA|FD|CSO|UPD|MPD|DPD|PSD|SCSO|LE|TF|Police|RTCC|RTIC',
  'Sheriff|Constable( Pct\\.? [0-9])?|Marshals?|Probation|Parole|Corrections',
].join('|');

/** Words of which one stands in the name of an agency that is written out. */
const agencyWords =
  "Police|Sheriff'?s?|Highway Patrol|State Patrol|State Troopers|Public Safety|Dep(artmen)?t\\.?|Schools?|School District|ISD|University|College|Constable|Marshals?|Attorney(s|'s)?|Prosecutors?|Probation|Parole|Corrections|Task Force|Fusion Center|Crime Center|Park Rangers?|Wildlife|Airport|Transit|Tribal|Tribe|Nation|Bureau of Investigation|Investigations?|Revenue|Agricultural|Alcohol|Gaming|Lottery|Fire|Information Center";

/** Federal accounts hold one of these. */
const federalWords =
  'Border Patrol|Customs|Homeland|Immigration|Marshals|Secret Service|Postal|Forest Service|Park Service|Park Police|Investigations?|Administration|Bureau|Department|Enforcement|Inspector General|Air Force|Army|Navy|Marine|Coast Guard|Reclamation|Wildlife|Veterans|CBP|HSI|ICE|ERO|FBI|DEA|ATF|USMS|USPIS|NCIS|CGIS|IRS';

/** Accounts that have no place in them, and are known: the regional information-sharing centres. */
const knownAccounts = 'MOCIC|WSIN|ROCIC|RMIN|MAGLOCLEN|NESPIN|NICB|EPIC';

const accountEnd = String.raw`( \((LR|[A-Z][A-Za-z .'’-]{1,40} (County|Parish|Borough|Co\.?))\))?( \[Inactive\])?$`;
const word = String.raw`[A-Z][A-Za-z.'’&/-]{0,30}`;
const place = `${word}( (of|the|and|${word})){0,5}`;

/**
 * RE2: the form of an agency's account. Place, state, kind of agency; a place and an agency's name, with the state at
 * the end; the agency of a whole state; a known account; or a federal one.
 */
export const accountPattern = `^(${place} (${codes}) (${accountForms}|${word} (PD|SO))|${place} (${codes}) [A-Za-z ]{0,20}(${agencyWords})[A-Za-z .'-]{0,30}|${place} (${agencyWords})[A-Za-z .'-]{0,40} \\(?(${codes})\\)?|(${stateNames}|${codes}) [A-Za-z .'-]{0,30}(${agencyWords})[A-Za-z .'-]{0,30}|${knownAccounts}|\\[Federal\\] [A-Z][A-Za-z .&'-]{0,60})${accountEnd}`;

/** SQL: a trimmed label has the form of an agency's account. */
export function accountSql(label: string): string {
  return `(regexp_matches(${label}, ${sqlText(accountPattern)}) and (ascii(${label}) <> 91 or regexp_matches(${label}, ${sqlText(`\\b(${federalWords})\\b`)})))`;
}

/** SQL: how labels are compared inside keys: lower case, letters and digits, without what stands in brackets at the end. */
export function labelKeySql(label: string): string {
  const inner = `case when contains(${label}, '(') or contains(${label}, '[') then regexp_replace(${label}, ' *(\\([^)]*\\)|\\[inactive\\]) *', '', 'gi') else ${label} end`;
  return `translate(lower(${inner}), ' -_.', '')`;
}

/** SQL: 63 bits of a digest of a text, for counting an event once. Never shown. */
export function digestSql(text: string): string {
  return `cast(md5_number_lower(${text}) >> 1 as bigint)`;
}

const us = `'%m/%d/%Y, %I:%M:%S %p UTC'`;
const otherTimes = [
  `'%m/%d/%Y, %I:%M:%S %p'`,
  `'%m/%d/%Y %I:%M:%S %p'`,
  `'%m/%d/%Y %H:%M:%S'`,
  `'%m/%d/%Y %H:%M'`,
  `'%m/%d/%Y, %H:%M:%S'`,
  `'%m/%d/%Y %I:%M %p'`,
];

/** SQL: the instant (UTC) that a cell states, null where it states none. UTC holds where no zone is written. */
export function instantSql(cell: string, first: 'us' | 'iso'): string {
  const american = `try_strptime(${cell}, ${us})`;
  const iso = `try_cast(${cell} as timestamp)`;
  return `coalesce(${first === 'us' ? `${american}, ${iso}` : `${iso}, ${american}`}, try_strptime(regexp_replace(trim(${cell}), '\\s+', ' ', 'g'), [${us}, ${otherTimes.join(', ')}]))`;
}

/** Search types of the vendor, without ` - Mobile`. */
export const searchTypes = [
  'lookup',
  'search',
  'convoy',
  'visual',
  'freeform',
  'multigeo',
  'apilookup',
  'searchsummary',
  'mostseenocrvalues',
];

/** SQL: the reason as read: class, family word, words, each null or 'unreadable' where the reason cannot be read. */
export const reasonSql = {
  flagged: (text: string) => flaggedSql(text),
  class: (text: string, flagged: string) => classSql(text, flagged),
  familyWord: (text: string) => familyWordSql(text),
  family: (word: string) => familySql(word),
};
