import type { Figure } from '../figures/figure.ts';
import { english, type Say } from '../language/say-with.ts';
import type { State } from '../reference/states.ts';
import type { KnownName } from './sentence-organisations.ts';

/** What a sentence is bound by, and a person's answers to what it leaves open. */
export interface BindOptions {
  figures: readonly Figure[];
  states: readonly State[];
  /** Dates of the lists at hand, ascending. */
  lists: readonly string[];
  /** Those of one figure's main source; all of them where it is not told. */
  listsOf?: (figure: Figure) => readonly string[];
  /** Dates of the editions of any of a figure's sources, ascending. */
  releasesOf?: (figure: Figure) => readonly string[];
  /** Answers to questions: the id of the figure, the date (of a change the later one), the earlier date. */
  figure?: string;
  asOf?: string;
  from?: string;
  /** Answers to questions about organisations and purposes: by dimension the values that are meant. */
  where?: Readonly<Record<string, readonly string[]>>;
  /** The other answer to these: names and purposes, as the questions print them, that restrict nothing. */
  whole?: readonly string[];
  /** Organisations of the records, and what its contracts are for, to be offered. */
  organisations?: readonly KnownName[];
  purposes?: readonly KnownName[];
  /** The figure of single numbers, by the place in the sentence at which the number starts. */
  chosen?: Readonly<Record<number, string>>;
  /** The language of questions and notes; English unless told otherwise. */
  say?: Say;
}

export function sayOf({ say = english }: BindOptions): Say {
  return say;
}
