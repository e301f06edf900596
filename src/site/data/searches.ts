import type { PublishedRelease } from '../../publication/published.ts';
import type { Place, ShownSum } from '../../publication/sums-of-shown.ts';

/** A pack of rules as a page lists it: what it asks and where that comes from, never what it found. */
export interface PackNote {
  id: string;
  title: string;
  status: 'draft' | 'confirmed';
  confirmed_on?: string;
  state?: string;
  network?: string;
  rules: readonly { id: string; says: string; source: string; read: string; from?: string; to?: string }[];
}

/** All that pages know of searches: released tables, and texts. There is no way from here to a record. */
export interface SearchesData {
  release: PublishedRelease;
  definition: string;
  caveats: readonly string[];
  packs: readonly PackNote[];
  /** The networks whose logs are at hand, in the order of their names. */
  networks: readonly NetworkNote[];
  /** Organisation -> the agency of the agreements that it certainly is. */
  links: ReadonlyMap<string, LinkNote>;
  /** Links that a person has still to confirm. */
  linksToConfirm: number;
  /** Names of organisations and networks in the released tables, by id. */
  names: ReadonlyMap<string, string>;
  /** Where they are, by id. */
  places: ReadonlyMap<string, Place>;
}

/** What a page says of a network besides released counts: facts of its logs, in words and never in numbers. */
export interface NetworkNote {
  id: string;
  name: string;
  state: string | null;
  zone: string;
  coverage: readonly { title: string; says: string }[];
  /** The rules that apply, and whether its logs let them be checked. */
  rules: readonly {
    pack: string;
    rule: string;
    checkable: string;
    /** Searches that it asks about, as far as shown counts tell; null where no released table knows. */
    asked: ShownSum | null;
  }[];
}

/** An organisation of a network as an agency of the agreements. */
export interface LinkNote {
  agency: string;
  name: string;
  /** ISO date of the first list that has it. */
  since: string;
  last: string;
  listed: boolean;
  why: string;
}
