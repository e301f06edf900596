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

/** The words of a reason that may be kept: `data/words.yaml`. */
export interface ReasonWords {
  version: number;
  words: readonly string[];
}

const load = (name: string): unknown => parse(readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8'));

/** The shipped rules. */
export const reasonRules = load('reasons.yaml') as ReasonRules;
export const reasonWords = load('words.yaml') as ReasonWords;

/** Families that say little: looked for only where no other is found. */
const vague: ReadonlySet<string> = new Set(['agency-assist', 'unspecified']);

const any = (patterns: readonly ReasonPattern[]) => patterns.map(({ match }) => `(?:${match})`).join('|');
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * SQL: the class of a readable reason. `text` is SQL of the reason in lower case. One alternation of all patterns is
 * tried first: nearly every row has none of them, and is done.
 */
export function classSql(text: string, rules: ReasonRules = reasonRules): string {
  const gate = any(rules.classes.flatMap(({ patterns }) => patterns));
  const cleaned = `regexp_replace(${text}, ${sqlText(any(rules.innocent))}, ' ', 'g')`;
  const cases = rules.classes.map(({ id, patterns }) => `when regexp_matches(${cleaned}, ${sqlText(any(patterns))}) then ${sqlText(id)}`);
  return `case when not regexp_matches(${text}, ${sqlText(gate)}) then 'other' else case ${cases.join(' ')} else 'other' end end`;
}

/** SQL: the beginning of a word by which a reason's offence family is known; empty without one. */
export function familyWordSql(text: string, rules: ReasonRules = reasonRules): string {
  const words = (wanted: boolean) =>
    rules.families
      .filter(({ id }) => vague.has(id) === wanted)
      .flatMap(({ match }) => match)
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
      .map(escaped)
      .join('|');
  const first = `regexp_extract(${text}, ${sqlText(`\\b(${words(false)})`)})`;
  return `case when ${first} <> '' then ${first} else regexp_extract(${text}, ${sqlText(`\\b(${words(true)})`)}) end`;
}

/** SQL: the family of a word found by {@link familyWordSql}. */
export function familySql(word: string, rules: ReasonRules = reasonRules): string {
  const cases = rules.families.map(({ id, match }) => `when ${word} in (${match.map(sqlText).join(', ')}) then ${sqlText(id)}`);
  return `case ${cases.join(' ')} end`;
}

/** SQL: the words of the shipped vocabulary in a text, in order; null without one. */
export function wordsSql(text: string, list: ReasonWords = reasonWords): string {
  return `nullif(array_to_string(regexp_extract_all(${text}, ${sqlText(`\\b(${list.words.map(escaped).join('|')})\\b`)}), ' '), '')`;
}
