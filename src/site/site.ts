import type { Revision, ShownValue } from '../build/published-values.ts';
import type { Notice } from '../build/published-verdicts.ts';
import type { Where } from '../claims/claim.ts';
import type { Verdict } from '../claims/verdict.ts';
import type { EditionNote, Workbench } from '../figures/answer.ts';
import type { Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/kind.ts';
import type { FlagSettings } from '../flags/run-flags.ts';
import type { Edition } from '../project/edition.ts';
import type { ListedRelease } from '../project/site-releases.ts';
import type { AgreementsData } from './data/agreements.ts';
import type { ContractsData } from './data/contracts.ts';
import type { FigureValues } from './data/figure-values.ts';
import type { Label } from './data/labels.ts';
import type { Receipts } from './data/receipts.ts';
import type { RowNotes } from './data/row-notes.ts';
import type { SearchesData } from './data/searches.ts';
import type { DeskData } from './desk/read-desk.ts';
import type { FileBody } from './site-files.ts';
import type { Lang } from './words.ts';

/** What `createApp` is given: a built project, opened for questions, and what its pages carry. */
export interface SiteInput {
  title: string;
  /** A sentence at the top of every page, or null. */
  notice: string | null;
  lang: Lang;
  /** Where the site stands, ending in a slash; null where that is not known. */
  address?: string | null;
  bench: Workbench;
  figures: readonly Figure[];
  /** Titles of layouts by id, for the pages of editions. */
  layouts: ReadonlyMap<string, string>;
  /** By layout, the headings of the columns that it reads, as their publisher words them, in lower case. */
  headings?: ReadonlyMap<string, readonly string[]>;
  verdicts: readonly Verdict[];
  version: string;
  /** Released tables of searches; absent where the project has no such records. */
  searches?: SearchesData | undefined;
  /** Figures of closed kinds that released tables can answer, with what each counts of their base. */
  closed?: readonly { figure: Figure; fixed: Where }[];
  /** What rooms of kinds ask beside figures, and whose rows are never listed. */
  registry: Pick<Registry, 'kinds' | 'flags' | 'comparisons' | 'scenarios'>;
  flagSettings?: FlagSettings;
  /** Feeds of changes and corrections, by address from the root; each is made when it is asked for. */
  feeds?: ReadonlyMap<string, () => string>;
  /** Checkpoint and tiles of the project's journal, by address from the root; no part of dated copies. */
  log?: ReadonlyMap<string, FileBody>;
  /** What becomes of the values that pages of figures show: revisions of those shown before, the oldest first. */
  revise?: (shown: readonly ShownValue[]) => readonly Revision[];
  /** Corrections of verdicts that were published, the oldest first. */
  notices?: readonly Notice[];
  /**
   * The dated copies of the site, the oldest first. Asked when the page about them is made, and by no other page: the
   * last copy is known only when all others are there.
   */
  releases?: () => readonly ListedRelease[];
  /** The key of the build, where the site is served live and tells its readers of a new one; absent on written pages. */
  build?: string;
  /** Tables that a statement of one's own may name, where that is turned on. */
  sql?: readonly { name: string; says: string }[];
}

/** Everything that the pages of one build are made from, read once. */
export interface Site extends SiteInput {
  /** Editions in the order of their dates, by source. */
  editions: readonly Edition[];
  byEdition: ReadonlyMap<string, Edition>;
  /** By figure id, in the order of the registry. */
  values: ReadonlyMap<string, FigureValues>;
  /** What a row says beside its place, for receipts. */
  notes: RowNotes;
  /** Values of dimensions in words. */
  label: Label;
  /** USPS code of the state of a county. */
  countyState(fips: string): string | undefined;
  /** `day|state|model` to the number of agreements. */
  crosses: ReadonlyMap<string, number>;
  /** Agreements by county FIPS on each list, by day. */
  countyDays: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** By figure, `edition|row` to the ISO date of the event that a flow counts the row for. */
  eventDates: ReadonlyMap<string, ReadonlyMap<string, string>>;
  receipts: Receipts;
  /** Values of figures that are not what was shown for the same day before, the oldest first. */
  revisions: readonly Revision[];
  /** What the claims desk judges by. */
  desk: DeskData;
  /** Workbooks of figures by id: the one download whose writing has to be waited for. */
  workbooks: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** What the rooms of `pages/<kind>/` have read for themselves; absent where the project has no such records. */
  agreements: AgreementsData | undefined;
  contracts: ContractsData | undefined;
}

/** A number with the address of its receipt, from the root of the site; null where there is nothing to show. */
export interface Num {
  value: number | string | null;
  receipt: string | null;
}

/** An edition as pages name it. */
export interface EditionLink extends EditionNote {
  page: string;
}
