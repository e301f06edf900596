/** What a value is a number of, for words and for formatting. */
export type Unit =
  | { kind: 'count'; one: string; many: string }
  | { kind: 'money'; currency: 'USD' }
  | { kind: 'share' };

/** How a figure's value comes from the rows of its model. */
export type Form =
  | { form: 'count' }
  | { form: 'distinct'; key: readonly string[] }
  /** Sum of a column; with `once`, each distinct key adds its amount once, however many rows it has. */
  | { form: 'sum'; column: string; once?: readonly string[] }
  /** Sum of changes dated at or before the date asked for: the state of a running total. */
  | { form: 'running'; column: string; date: string }
  /** Rows whose event has a date: how many appeared, or departed. */
  | { form: 'flow'; event: string }
  /** A share; both parts are counted under the same filters. */
  | { form: 'ratio'; numerator: Term; denominator: Term }
  /** Herfindahl-Hirschman index, 0 to 10,000, of `column` over `among`; or the share of the `top` largest. */
  | { form: 'concentration'; column: string; among: readonly string[]; top?: number };

/** One part of a ratio. */
export interface Term {
  from: string;
  form: Exclude<Form, { form: 'ratio' | 'concentration' }>;
  where?: string;
  /** What the part counts, in words. */
  says: string;
}

/** A column that a figure can be filtered and grouped by. */
export interface Dimension {
  /** SQL over the model's columns; plain column names mostly. */
  sql: string;
  /** A second column by which a value may be named: a longer form of the same, never another thing. */
  also?: string;
  title: string;
  /** The values it takes, where they are few and fixed. */
  values?: readonly string[];
  /** What a value looks like, where they are many. */
  pattern?: RegExp;
  says: string;
  /** Value (several joined by `|`) -> words by which a sentence says it of what is counted, for `check`: "other agencies". Lower case. */
  named?: Readonly<Record<string, readonly string[]>>;
  /** Value -> words that stand for it right before or behind what is counted: "jail model". Lower case; the value itself is one. */
  adjectives?: Readonly<Record<string, readonly string[]>>;
  /** What its values tell of what is counted, for `check`: whose it is, what it is for, or both (a family of contracts). */
  tells?: 'whose' | 'what for' | 'both';
  /** Value -> what a sentence says it is for. */
  purposes?: Readonly<Record<string, Purposes>>;
  /** Value -> the source whose editions hold it, where values come from different sources. */
  sources?: Readonly<Record<string, string>>;
  /** Where one thing may have several values: the model with one row for each of them, and the key of the thing in it. */
  instead?: { from: string; key: readonly string[] };
  /**
   * Its values are told beside an answer that is not grouped by it: beside every one (an empty list), or beside those that
   * are filtered or grouped by one of these dimensions.
   */
  toldBeside?: readonly string[];
  /** Of a ratio: the denominator has no such column, and stays whole under this filter or grouping. */
  numeratorOnly?: boolean;
}

/** Words of a sentence for a purpose, after "for" or before "contracts": "vehicle theft". Lower case, in the singular. */
export interface Purposes {
  /** They say the value, no more and no less. */
  same: readonly string[];
  /** They say a part of it, or something near: the value is offered, and a person decides. */
  near?: readonly string[];
}

/** How near a reading is to the words of a sentence. */
export type ReadingClass = 'as-good' | 'drops-condition' | 'another-question';

/** Another declared definition of the same figure that a fair person might mean. */
export interface Reading {
  id: string;
  /** What it changes; two readings of one axis exclude each other. */
  axis: string;
  class: ReadingClass;
  /** What is counted instead, to stand after "counting ". */
  says: string;
  /** One sentence: why a fair person might mean it. */
  why: string;
  change: Partial<Pick<Figure, 'from' | 'form' | 'where' | 'defaults' | 'dimensions' | 'unit' | 'eventDate'>>;
}

/** A named number, series or table: everything else (commands, pages, receipts, claims) derives from this. */
export interface Figure {
  /** `<kind>.<name>`. */
  id: string;
  title: string;
  unit: Unit;
  /** The definition in words, one or two sentences. */
  definition: string;
  /** The model it counts. */
  from: string;
  form: Form;
  /** SQL over the model's columns: the fixed part of the definition. */
  where?: string;
  /** Filters that hold unless the same dimension is asked for. */
  defaults?: Readonly<Record<string, readonly string[]>>;
  dimensions: Readonly<Record<string, Dimension>>;
  /** Dimensions over which parts add up to the whole. */
  additive: readonly string[];
  readings: readonly Reading[];
  /** What it is a part of, counted by the same form under the same filters, and told beside it: SQL and words. */
  outOf?: { where: string; says: string };
  /** Values on the two sides of a change that are not comparable: by dimension the first value after it. */
  break?: {
    after: Readonly<Record<string, string>>;
    /** Dimensions by which it matters; an empty list for always. */
    by: readonly string[];
    says: string;
  };
  /** What its values by these dimensions are, where that is something else than the whole is. */
  parts?: { by: readonly string[]; title: string; says: string };
  /** 2 to 5 sentences that a reader should know before quoting it. */
  caveats: readonly string[];
  /** Sources whose editions it rests on, the main one first. */
  sources: readonly string[];
  /** Whether any one of the sources suffices: they carry the same kind of record, and an entry in two counts once. */
  anySource?: boolean;
  /** Whether it tells editions apart: it needs two of one source and period, and rests on all of them, not on the latest. */
  pairs?: boolean;
  /** Column with the date of the row's event, for `--until`; rows without a date are then left out. Both parts of a ratio have it. */
  eventDate?: string;
  /** Words by which a sentence may call for it, for `check`; the more telling first. */
  words?: readonly string[];
  /** Words (as patterns) of a sentence by which what it counts is in another state than the figure counts: "ended". */
  otherwise?: readonly string[];
  /** It is another figure under a filter, or the share of one: a sentence that names both means this one, which has readings of its own. */
  standsFor?: { figure: string; where: Readonly<Record<string, readonly string[]>> };
}

/** What is asked of a figure. Dates are ISO. */
export interface Query {
  /** Of each source, the editions at or before this date. */
  asOf?: string;
  /** Only events dated at or before this date. */
  until?: string;
  /** Only editions obtained at or before this instant. */
  knownAt?: string;
  /** Dimension -> accepted values; all must hold. */
  where: Readonly<Record<string, readonly string[]>>;
  /** Dimensions to group by, in order. */
  by: readonly string[];
}

/** The figure as it is under a set of readings. Later readings win; the caller sees to it that axes differ. */
export function withReadings(figure: Figure, readings: readonly Reading[]): Figure {
  return readings.reduce<Figure>((changed, reading) => ({ ...changed, ...reading.change }), figure);
}
