import type { EditionNote } from '../figures/answer.ts';
import type { ReadingClass } from '../figures/figure.ts';
import type { Claim, Where } from './claim.ts';

export type VerdictWord = 'holds' | 'differs' | 'not checkable';

/** One end of a change, or the one value of a plain claim. */
export interface EndFound {
  /** The day asked for; null for the latest list. */
  day: string | null;
  /** The date of the list that was in force then. */
  list: string | null;
  /** Exact decimal text; a share to six decimals. */
  value: string | null;
  /** Sources that belong to what is counted and of which nothing at hand is dated so early: counted without them. */
  without: string[];
}

/** What the records give for one number of a sentence, on the reading that its words call for. */
export interface NumberFound {
  where: Where;
  /** The number as printed. */
  stated: string;
  /** Decimal text, exact or to six decimals; points for percentages. */
  value: string | null;
  /** As a page shows it: `1,149`, `+916.3%`. */
  shown: string;
  /** The values under which the sentence is right; an absent end is unbounded. */
  expected: { low: string | null; high: string | null; low_open: boolean; high_open: boolean };
  holds: boolean;
  /** Distance from the nearest value under which it would be right, decimal text. */
  off: string | null;
  /** One entry, or the two ends of a change; the base of a growth is the first. */
  ends: EndFound[];
}

/** Another declared way to read the sentence, and what it gives. */
export interface ReadingFound {
  /** How many choices differ from the words': 1 or 2. */
  choices: number;
  readings: { id: string; says: string; why: string; class: ReadingClass }[];
  /** A neighbouring list, and which end of a change it stands for. */
  list: { end: 'as_of' | 'from' | 'to'; date: string; days: number } | null;
  class: ReadingClass | null;
  /** The unit of the values, where the reading counts something else. */
  unit: string;
  values: {
    where: Where;
    value: string | null;
    shown: string;
    fits: boolean;
    off: string | null;
    /** As a page shows it: `0.4 points`. */
    off_shown: string | null;
    ends: EndFound[];
  }[];
  /** How many of the sentence's numbers it gives. */
  met: number;
  /** In words, to stand after "Reading that gives it: ". */
  says: string;
}

/** What the search for readings came to. It never changes the verdict. */
export interface Search {
  /** Ways to read the sentence that were tried, the words' own aside; those that fit; those without a value. */
  tried: number;
  fitted: number;
  without_value: number;
  /** Those that fit, fewest choices first; at most ten. */
  fits: ReadingFound[];
  /** Where none fits: the three that come closest. */
  closest: ReadingFound[];
  /** Each single declared reading on the same lists, whether it fits or not. */
  alternatives: ReadingFound[];
  /** The chance that an arbitrary number would have found a reading; see `chance.ts`. Null where no value was tried. */
  chance: {
    low: string;
    high: string;
    numbers: string;
    found: string;
    share: string;
    at_most: boolean;
  } | null;
  /**
   * Of the best that fits; false where none does. Weak: two choices had to be changed, the two ends of a
   * change count different lists (`without`), or the chance is above 1 in 5.
   * Two changes are always weak, since pairs are many and each claim has only one or two that are near its words.
   */
  weak: boolean;
  weak_because: string[];
}

/** For a claim that holds: what equally good readings and lists within seven days give. */
export interface RangeFound {
  low: string;
  high: string;
  shown: string;
  lists: string[];
  readings: string[];
  holds_throughout: boolean;
}

/** The verdict on one claim, as plain data. */
export interface Verdict {
  id: string;
  claim: Claim;
  verdict: VerdictWord;
  /** Why it is not checkable, else null. */
  why: string | null;
  figure: string | null;
  /** `agencies`, `USD`, `percent`, `times`, `share`. */
  unit: string | null;
  numbers: NumberFound[];
  search: Search | null;
  range: RangeFound | null;
  editions: EditionNote[];
  /** The verdict in plain sentences, the first one by itself enough. */
  says: string[];
}
