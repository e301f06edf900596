/**
 * The fixed words of the pages. One catalogue a language, the same keys in each; a placeholder is `{name}`.
 * Values that come from records or from figures (titles, units, caveats) are never looked up here.
 */
const en = {
  skip: 'Skip to the content',
  notice: 'Notice',
  navigation: 'Main',
  breadcrumbs: 'You are here',
  made: 'Every number on this page is made from records and links to its receipt: the rows it was counted from, the file, the place in the file and its hash.',
  version: 'Counterfoil {version}',
  editionsRead: { one: '# edition read', other: '# editions read' },
  latestEdition: 'latest dated {date}',
  alsoAs: 'This page as data',
  asOf: 'As of {date}',
  restsOn: 'Rests on the list of {date}',
  sameDay: 'of the same day',
  daysOlder: { one: '# day older', other: '# days older' },
  receipt: 'Receipt',
  receiptFor: 'Receipt for {what}',
  shouldKnow: 'What you should know',
  holds: 'holds',
  differs: 'differs',
  'not-checkable': 'not checkable',
  readings: 'Readings',
  reading: 'Reading',
  readingClass: 'Class',
  'as-good': 'as good as the words',
  drops: 'drops a condition',
  other: 'another question',
  worded: 'as worded',
  why: 'Why a fair person might mean it',
  value: 'Value',
  asOfColumn: 'As of',
  fits: 'Fits',
  yes: 'yes',
  no: 'no',
  stated: 'stated {value}',
  readingsTried: {
    one: '# reading tried',
    other: '# readings tried',
  },
  readingsFit: { one: '# fits the stated value.', other: '# fit the stated value.' },
  chance: 'By chance alone, {chance} arbitrary numbers in this span would have found one.',
  weak: 'That is weak: a match says little.',
  noReading: 'No reading found. The closest are shown.',
  date: 'Date',
  download: 'Download',
  rowsShown: { one: '# row', other: '# rows' },
  rowsOf: '{shown} of {total} rows shown',
  dataTable: 'The numbers behind this chart',
  legend: 'Shorthand in this table',
  c: 'hidden, so that nobody can be singled out',
  x: 'not available: the records do not say',
  z: 'not applicable',
  r: 'revised since it was first shown',
  definition: 'Definition',
  sql: 'SQL',
  sqlNote: 'Runs as it stands over the published tables.',
  editions: 'Editions',
  rows: 'Rows counted',
  counted: 'Value',
  program: 'Program',
  filter: 'Filter',
  hash: 'SHA-256',
  size: 'Size',
  layout: 'Layout',
  obtained: 'Obtained',
  names: 'Also named',
  asOfFrom: 'Date taken from',
  inFile: 'Records in the file',
  kept: 'Kept',
  withheld: 'Withheld',
  rejected: 'Rejected',
  blank: 'Blank or header',
  records: 'Records',
  disposition: 'What became of them',
  closes: 'Closes: every record in the file is accounted for.',
  opens: 'Does not close: {difference} of {inFile} unaccounted for.',
  listed: 'listed',
  unconfirmed: 'unconfirmed',
  departed: 'departed',
  from: 'from {date}',
  fromTo: '{from} to {to}',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  pageOf: 'Page {page} of {pages}',
  copy: 'Copy',
  copied: 'Copied',
  noData: 'no data',
  none: 'none',
  territories: 'Territories',
  mapDate: 'Date shown on the map',
  earlier: 'Earlier',
  later: 'Later',
  class: '{from} to {to}',
  orMore: '{from} or more',
  sortBy: 'Sort by {column}',
  from2: 'from {from} to {to}',
  lineDescription: '{count} lines. {series}',
  barsDescription: '{count} bars, largest {label} with {value}.',
  emptyDescription: 'There is nothing to draw.',
  mapDescription: '{count} places with a value, {missing} without. Classes: {classes}.',
  overCeiling: 'Above the ceiling on {dates}.',
  missing: 'no value',
} as const;

/** A message in the two plural forms of English; other languages may have more. `#` stands for the number. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Same keys, any text. */
export type Words = { [K in keyof typeof en]: (typeof en)[K] extends string ? string : Plural };

const catalogues = { en: en as Words };

/** Languages that pages can be written in. */
export type Lang = keyof typeof catalogues;

/** The fixed words of one language. */
export function words(lang: Lang): Words {
  return catalogues[lang];
}

/** Puts values in the place of `{name}`; an unknown name is a mistake of ours and throws. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in "${template}"`);
    return String(value);
  });
}
