import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { sqlText } from '../../engine/sql-text.ts';

/** A pattern and why it is there. RE2, over lower-case text. */
export interface ReasonPattern {
  match: string;
  why: string;
}

/** How a stated reason is read: `data/reasons.yaml`, checked by `schemas/reasons.schema.json`. */
export interface ReasonRules {
  version: number;
  innocent: readonly ReasonPattern[];
  classes: readonly { id: 'immigration' | 'department'; says: string; patterns: readonly ReasonPattern[] }[];
  families: readonly { id: string; title: string; match: readonly string[] }[];
}

const load = (name: string): unknown =>
  parse(readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8'));

/** The shipped rules. */
export const reasonRules = load('reasons.yaml') as ReasonRules;

/** Families that say little: looked for only where no other is found. */
const vague: ReadonlySet<string> = new Set(['agency-assist', 'unspecified']);

const any = (patterns: readonly ReasonPattern[]) => patterns.map(({ match }) => `(?:${match})`).join('|');
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** A word as a pattern: its beginning will do, but a number is a whole one, since a case number begins with any. */
const beginning = (word: string) => escaped(word) + (/[0-9]$/.test(word) ? '\\b' : '');

/**
 * SQL: a reason in lower case that may be in a class, without innocent compounds; null for nearly every row. One
 * alternation of all patterns decides.
 */
export function flaggedSql(text: string, rules: ReasonRules = reasonRules): string {
  const gate = any(rules.classes.flatMap(({ patterns }) => patterns));
  return `case when regexp_matches(${text}, ${sqlText(gate)}) then regexp_replace(${text}, ${sqlText(any(rules.innocent))}, ' ', 'g') end`;
}

/** SQL: the class of a reason; `flagged` is a column made by {@link flaggedSql} of `text`, `word` says it as a value. */
export function classSql(
  text: string,
  flagged: string,
  word: (id: string) => string = sqlText,
  rules: ReasonRules = reasonRules,
): string {
  const cases = rules.classes.map(
    ({ id, patterns }) => `when regexp_matches(${flagged}, ${sqlText(any(patterns))}) then ${word(id)}`,
  );
  return `case when ${text} is null then ${word('unreadable')} when ${flagged} is null then ${word('other')} ${cases.join(' ')} else ${word('other')} end`;
}

/** SQL: the beginning of a word by which a reason's offence family is known; empty without one. */
export function familyWordSql(text: string, rules: ReasonRules = reasonRules): string {
  const words = (wanted: boolean) =>
    rules.families
      .filter(({ id }) => vague.has(id) === wanted)
      .flatMap(({ match }) => match)
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
      .map(beginning)
      .join('|');
  const first = `regexp_extract(${text}, ${sqlText(`\\b(${words(false)})`)})`;
  return `case when ${first} <> '' then ${first} else regexp_extract(${text}, ${sqlText(`\\b(${words(true)})`)}) end`;
}

/** SQL: the family of a word found by {@link familyWordSql}, an enumeration of `words` in the order of the rules. */
export function familySql(
  word: string,
  says: (id: string) => string = sqlText,
  rules: ReasonRules = reasonRules,
): string {
  // A list by place, not `in`: the engine makes a join of a long list, and a join loses the order of rows.
  const families = rules.families.flatMap(({ id, match }) => match.map(() => says(id)));
  return `list_extract([${families.join(', ')}], enum_code(${word}) + 1)`;
}
