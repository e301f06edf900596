/** What a flag came to for one unit. */
export type FlagOutcome = 'flagged' | 'passed' | 'not applicable' | 'unknown';

/** A threshold or list that a project may set in `counterfoil.yaml`. */
export interface FlagSetting {
  default: number | readonly string[];
  says: string;
}

/**
 * A red-flag rule: a question that the records raise, never an accusation. Its SQL gives one row for every unit
 * examined, so that what it could not look at is counted as well as what it found.
 */
export interface Flag {
  /** `contracts.ceiling-raised`. */
  id: string;
  /** The number under which Open Contracting's Cardinal has the same indicator, e.g. `R018`. */
  cardinal?: string;
  title: string;
  /** What one unit is: `vehicle`, `order or contract`, `vendor`. */
  unit: string;
  /** How it is worked out, in words. */
  method: string;
  /** Where the rule comes from: a guide, a paper, a regulation. */
  source: string;
  /** Why it matters. */
  why: string;
  /** What else can explain it. Never empty. */
  innocent: readonly string[];
  /** A worked example with invented names and round numbers. */
  example: string;
  /** What it does not look at. */
  exclusions: readonly string[];
  /** Which download would have what is missing, where the outcome is `not applicable` for want of a column. */
  needs: string;
  settings: Readonly<Record<string, FlagSetting>>;
  /**
   * SELECT with `unit`, `label`, `outcome` (as {@link FlagOutcome}) and `value` (text: what was measured, null without
   * one). `{setting}` stands for a setting: a number, or a list in brackets.
   */
  units: string;
  /** SELECT with `unit`, `edition` and `"row"`: the rows that each unit's outcome rests on. */
  rows: string;
}
