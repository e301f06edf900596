/** Kinds of things that a search finds, in the order in which they are told. */
export const entryTypes = [
  'page',
  'figure',
  'claim',
  'state',
  'agency',
  'vendor',
  'vehicle',
  'family',
  'office',
  'searcher',
  'flag',
  'source',
] as const;

export type EntryType = (typeof entryTypes)[number];

/** What one entry, and what several entries of a type are called. */
export const typeWords: Readonly<Record<EntryType, { one: string; many: string }>> = {
  page: { one: 'Page', many: 'Pages' },
  figure: { one: 'Figure', many: 'Figures' },
  claim: { one: 'Claim', many: 'Claims' },
  state: { one: 'State', many: 'States and territories' },
  agency: { one: 'Agency', many: 'Agencies with an agreement, now or before' },
  vendor: { one: 'Vendor', many: 'Vendors' },
  vehicle: { one: 'Vehicle', many: 'Contract vehicles' },
  family: { one: 'Solicitation', many: 'Solicitations' },
  office: { one: 'Contracting office', many: 'Contracting agencies and offices' },
  searcher: { one: 'Organisation in search logs', many: 'Organisations and networks in search logs' },
  flag: { one: 'Flag', many: 'Flags' },
  source: { one: 'File', many: 'Files' },
};

/** The list as the search's own script receives it: `[title, number of the type, address, context, other words]`. */
export interface EntryList {
  types: string[];
  entries: [string, number, string, string?, string?][];
}
