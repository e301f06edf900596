import type { Place } from '../project/errors.ts';

/** Where and when a sentence was published. */
export interface Published {
  by: string;
  title?: string;
  url?: string;
  /** ISO date. */
  on?: string;
}

/** Growth between two dates, each an ISO date: of each the list in force then. */
export interface ChangeAsked {
  from: string;
  to: string;
  /** `percent` (to - from) / from, `times` to / from, `difference` to - from. */
  in: 'percent' | 'times' | 'difference';
}

export type Where = Readonly<Record<string, readonly string[]>>;

/** One number of a sentence with several. */
export interface Part {
  where: Where;
  states: string;
}

/** A published sentence bound to a figure, a date and a stated value; `claims/*.yaml` holds them. */
export interface Claim {
  id: string;
  sentence: string;
  published: Published;
  /** Absent where no record at hand can settle the sentence; then `settled_by` says which would. */
  figure?: string;
  where: Where;
  /** ISO date: the list in force then. Absent, and without `change`: the latest list. */
  as_of?: string;
  change?: ChangeAsked;
  /** Only events dated at or before this ISO date. */
  until?: string;
  /** The number as printed; absent where there are parts. */
  states?: string;
  /** Several numbers judged together: the sentence holds when all do. */
  parts?: readonly Part[];
  settled_by?: string;
  note?: string;
  /** The file and line it was read from. */
  place?: Place;
}

/** A sentence with one number as a list of one part. */
export function partsOf(claim: Claim): readonly Part[] {
  if (claim.parts) return claim.parts.map((part) => ({ ...part, where: { ...claim.where, ...part.where } }));
  return claim.states === undefined ? [] : [{ where: claim.where, states: claim.states }];
}
