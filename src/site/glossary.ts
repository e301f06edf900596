/** A word of these pages and what it means here. */
export interface Term {
  id: string;
  word: string;
  says: string;
}

/** Terms as data, in English; pages say them in their language. One sentence or two each. */
export const terms = {
  publisher: { word: 'Publisher', says: 'Who releases the records: an agency, a portal, a city.' },
  source: {
    word: 'Source',
    says: 'One recurring publication of a publisher, such as its list of participating agencies.',
  },
  edition: {
    word: 'Edition',
    says: 'One file of a source as it was obtained once. It never changes and is known by its SHA-256.',
  },
  'as-of': {
    word: 'As of',
    says: 'The date that a value stands for: of each source, the editions at or before that date are used.',
  },
  receipt: {
    word: 'Receipt',
    says: 'The evidence for one value: the rows that were counted, in which file, at which place, with which hash.',
  },
  reading: {
    word: 'Reading',
    says: 'Another declared definition of the same figure that a fair person might mean.',
  },
  counted: {
    word: 'Counted',
    says: 'Rows of the publisher were read, typed and counted or added up. Nothing was estimated.',
  },
  derived: {
    word: 'Derived',
    says: 'The value is worked out from counted parts: by dividing them, by comparing editions, or by an index.',
  },
  withheld: {
    word: 'Withheld',
    says: 'A row that was counted and not kept, because it has not the form of a record of an organisation.',
  },
  rejected: {
    word: 'Rejected',
    says: 'A row that could not be read. Its place and a code are kept, never its text.',
  },
  share: { word: 'Share', says: 'One count divided by another under the same filters; both are shown.' },
  flow: {
    word: 'Appeared, departed',
    says: 'A row is on an edition and was not on the one before, or is missing from two editions in a row.',
  },
  concentration: {
    word: 'Concentration',
    says: 'The sum of the squared shares of all takers: near 0% where many share, 100% where one has all. Other texts write it as 0 to 10,000.',
  },
  running: {
    word: 'Running total',
    says: 'All changes dated at or before the date that is asked for, added up.',
  },
} as const satisfies Record<string, Omit<Term, 'id'>>;

/** The name of a term. */
export type TermName = keyof typeof terms;
