import { sqlText } from '../engine/sql-text.ts';
import { vocabularyWords } from './vocabulary-words.ts';

/** What stands for one or more words that are not in the vocabulary. */
export const leftOut = '…';

const typeOfWords = `enum(${vocabularyWords.map(sqlText).join(', ')})`;

/**
 * SQL over one cell, for the embedded engine: its words that are in the vocabulary, lower case, every run of others as
 * `…`; null where the cell is empty. A token with a digit is never a word. The look-up is the hash of an enumeration,
 * about 3 seconds of CPU for a million descriptions.
 */
export function vocabularyText(cell: string): string {
  // An address is one token, so that no part of it is left.
  const plain = `case when contains(${cell}, '@') then regexp_replace(${cell}, '\\S*@\\S*', '0', 'g') else ${cell} end`;
  const tokens = `string_split_regex(replace(lower(${plain}), '''s', ''), '[^a-z0-9]+')`;
  const words = `list_transform(list_filter(${tokens}, lambda token: token <> ''), lambda word: coalesce(cast(try_cast(word as ${typeOfWords}) as varchar), '${leftOut}'))`;
  const text = `regexp_replace(array_to_string(${words}, ' '), '${leftOut}( ${leftOut})+', '${leftOut}', 'g')`;
  return `case when trim(${cell}) <> '' then ${text} end`;
}
