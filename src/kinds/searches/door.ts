import { sqlText } from '../../engine/sql-text.ts';
import { accountForms, federalPattern, plainAccount, plainLength, rankPattern } from './account-form.ts';
import { manySpelled } from './account-identity.ts';
import { cellStates } from './words.ts';

/**
 * What the door of this kind lets through, as SQL over raw cells; embedded engine only. Cells of persons (name, user
 * id, plate, filters, prompt, case number) leave nothing but their state.
 */

/** Texts that stand for "nothing given". */
const placeholder = String.raw`(none|n/?a|-+|x|xxx|0|test|\.|null|unknown|tbd)?\s*$`;

/** How an agency blacks out a cell: the word, signs only, blocks, or the exemption it cites. */
const agencyMask = String.raw`(\[?redact|#+\s*$|(\*\s+)+\**\s*$|\*{4,}\s*$|[█■▮]+|withheld|exempt|[0-9]{3,5}(\.[0-9]+)* ?(\([a-z0-9]\))* ?g\.?c\.?\s*$|gov(t|ernment)?\.? code)`;

const beginning = String.raw`(?i)^\s*`;

/**
 * SQL: the state of a cell, in the words of the figures. `has` is SQL of whether there is such a column. One pattern
 * tells nearly every filled cell to be that. No expression stands twice: the engine would work it out for every row,
 * whatever the condition.
 */
export function stateSql(cell: string, has: string): string {
  const { word } = cellStates;
  return `case
    when not ${has} then ${word('no-column')}
    when ${cell} is null then ${word('empty')}
    when ${cell} = '***' then ${word('masked-vendor')}
    when not regexp_matches(${cell}, ${sqlText(`${beginning}(?:${agencyMask}|${placeholder})`)}) then ${word('present')}
    when regexp_matches(${cell}, ${sqlText(`${beginning}${agencyMask}`)}) then ${word('masked-agency')}
    when regexp_matches(${cell}, '[!-~]') then ${word('placeholder')}
    else ${word('empty')}
  end`;
}

/**
 * The label of an account, in two stages of the door: as nearly all are written, and the others, trimmed. `label` is
 * null where the cell has not the form of one.
 */
export function accountStages(cell: string): [{ plain: string; rest: string }, string] {
  const plain = `case when strlen(${cell}) <= ${plainLength} and regexp_matches(${cell}, ${sqlText(plainAccount)}) then ${cell} end`;
  const fits = (pattern: string) => `regexp_matches(other_label, ${sqlText(pattern)})`;
  const form = accountForms.map((pattern) => `when ${fits(pattern)} then true`).join(' ');
  const accepted = `case ${form} else false end and not ${fits(rankPattern)} and (ascii(other_label) <> 91 or ${fits(federalPattern)})`;
  return [
    { plain, rest: `case when plain_label is null then trim(${cell}) end` },
    `case when plain_label is not null then plain_label when ${accepted} then other_label end`,
  ];
}

/**
 * SQL: whether more of an accepted label has to be folded than its case. The plain form of an account holds nothing to
 * fold, but for a county that is called `Co`.
 */
export const foldsSql = `case when label = plain_label then case when ends_with(label, ' SO') then label like '% Co __ SO' or label like '% CO __ SO' else false end else regexp_matches(label, ${sqlText(`(?i)${manySpelled}`)}) end`;

/** SQL: 63 bits of a digest of a text, for counting an event once. Never shown. */
export function digestSql(text: string): string {
  // A third of the cost of `md5_number_lower(text) >> 1`, which is the same number.
  return firstKey(digestBitsSql(text));
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

/** SQL: the instant (UTC, whole seconds) that a cell states, null where it states none. UTC holds where no zone is written. */
export function instantSql(cell: string, first: 'us' | 'iso'): string {
  const american = usSql(cell);
  const iso = `date_trunc('second', try_cast(${cell} as timestamp))`;
  return `coalesce(${first === 'us' ? `${american}, ${iso}` : `${iso}, ${american}`}, try_strptime(regexp_replace(trim(${cell}), '\\s+', ' ', 'g'), [${us}, ${otherTimes.join(', ')}]))`;
}

const usSql = (cell: string) => `try_strptime(${cell}, ${us})`;

/** Characters of a time as the vendor writes it, `01/15/2025, 03:04:05 PM UTC`. */
const stampLength = 27;

/**
 * The window of a search, in three stages of the door: as the vendor writes it, the text of any other, the instants.
 * A stage each, since the engine works out for every row what stands twice in one.
 */
export function windowStages(
  cell: string,
  apart: { start: string; end: string; hasStart: string; hasEnd: string },
): [Record<string, string>, Record<string, string>, Record<string, string>] {
  const quick = (from: number) =>
    `case when strlen(${cell}) = ${stampLength * 2 + 1} then ${usSql(`substr(${cell}, ${from}, ${stampLength})`)} end`;
  const text = (n: 1 | 2, own: string, has: string) =>
    `case when ${has} then trim(${own}) when quick_${n} is null then trim(replace(case when contains(${cell}, ' to ') then split_part(${cell}, ' to ', ${n}) else split_part(${cell}, chr(10), ${n}) end, chr(13), '')) end`;
  return [
    { quick_1: quick(1), quick_2: quick(stampLength + 2) },
    { text_1: text(1, apart.start, apart.hasStart), text_2: text(2, apart.end, apart.hasEnd) },
    {
      frame_start: `case when text_1 is null then quick_1 else ${instantSql('text_1', 'us')} end`,
      frame_end: `case when text_2 is null then quick_2 else ${instantSql('text_2', 'us')} end`,
    },
  ];
}

/** SQL: 128 bits of a digest of a text, of which {@link firstKey} and {@link secondKey} are halves. */
export const digestBitsSql = (text: string) => `md5_number(${text})`;

/** SQL: the first 63 bits of a digest. */
export const firstKey = (bits: string) => `cast(${bits} >> 65 as bigint)`;

/**
 * SQL: the other 63 bits, with the seconds of a window mixed in: two windows of one search differ here for certain, and
 * what is kept says nothing of either without the digest's own text. Null outside the years 1970 to 2099.
 */
export function secondKey(bits: string, start: string, end: string): string {
  const within = (instant: string) => `${instant} between timestamp '1970-01-01' and timestamp '2100-01-01'`;
  return `case when ${within(start)} and ${within(end)} then xor(cast(${bits} & 9223372036854775807::uhugeint as bigint), xor((epoch_ms(${start}) // 1000) << 31, epoch_ms(${end}) // 1000)) end`;
}
