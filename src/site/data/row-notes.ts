/** What a row of a list says, for people who read a receipt: its name and the values of dimensions. */
export interface RowNote {
  /** What the row is about, as listed. */
  name: string;
  /** Page of what it is about, from the root, or null. */
  page: string | null;
  /** Values of dimensions by name: `state`, `model`. */
  by: Readonly<Record<string, string | null>>;
}

/** Looks a row up by edition and number; undefined where nobody knows more than its place. */
export type RowNotes = (edition: string, row: number) => RowNote | undefined;
