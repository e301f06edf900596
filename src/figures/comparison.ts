/** How two editions of one source are compared: by key, in one relation that holds every edition. */
export interface Comparison {
  id: string;
  title: string;
  /** What one entry is, for words: `action`, `actions`. */
  one: string;
  many: string;
  /** The sources whose editions can be compared so. */
  sources: readonly string[];
  /** A model with `edition`, `"row"` and the columns below, of all editions. */
  relation: string;
  where?: string;
  /** Columns that together name an entry; the first row of a repeated key counts. */
  key: readonly string[];
  /** SQL that says what an entry is called in a list. */
  label: string;
  /** SQL: the entry is of a person. Such entries are told together, by kind of change, with count and sum. */
  folded?: string;
  /** Column with the id of the organisation that an entry is about, where no identity says it. */
  organisation?: string;
  /** Columns that are compared, with their titles. */
  fields: Readonly<Record<string, string>>;
  /** Column with an amount in dollars, if any. */
  money?: string;
  /** Column with the day of the event, to tell late entries. */
  eventDate?: string;
  /** Entries that vanish and appear under one identity in one comparison are re-labelled. */
  identity?: {
    relation: string;
    /** Columns of `relation` that equal those of the same name of an entry. */
    on: readonly string[];
    /** The column of `relation` that names the identity. */
    column: string;
    /** Further columns of an entry that must be the same. */
    with: readonly string[];
  };
}
