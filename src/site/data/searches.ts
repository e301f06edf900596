import type { PublishedRelease } from '../../publication/published.ts';

/** A pack of rules as a page lists it: what it asks and where that comes from, never what it found. */
export interface PackNote {
  id: string;
  title: string;
  status: 'draft' | 'confirmed';
  state?: string;
  rules: readonly { id: string; says: string; source: string; read: string; from?: string; to?: string }[];
}

/** All that pages know of searches: released tables, and texts. There is no way from here to a record. */
export interface SearchesData {
  release: PublishedRelease;
  definition: string;
  caveats: readonly string[];
  packs: readonly PackNote[];
  /** Names of the networks whose logs are at hand, in order. */
  networks: readonly string[];
  /** Names of organisations and networks in the released tables, by id. */
  names: ReadonlyMap<string, string>;
}
