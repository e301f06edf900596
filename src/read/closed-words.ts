import { sqlText } from '../engine/sql-text.ts';

/**
 * A column that can hold one of a few words and nothing else. In the embedded engine it is an enumeration: a cell's own
 * text cannot get into it, and Parquet takes it in at an eighth of the cost of a text. Read back it is a plain text.
 */
export interface ClosedWords {
  readonly values: readonly string[];
  /** The type as SQL. */
  readonly type: string;
  /** SQL of one of the words. Throws where it is none of them. */
  word(value: string): string;
}

/** The column that can hold just these. */
export function closedWords(values: readonly string[]): ClosedWords {
  const type = `enum(${values.map(sqlText).join(', ')})`;
  return {
    values,
    type,
    word(value) {
      if (!values.includes(value)) throw new Error(`not a word of this column: ${value}`);
      return `cast(${sqlText(value)} as ${type})`;
    },
  };
}

/** What becomes of a raw row. */
export const dispositions: ClosedWords = closedWords(['kept', 'withheld', 'rejected', 'blank', 'header']);
