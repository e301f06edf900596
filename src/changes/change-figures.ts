import type { Comparison } from '../figures/comparison.ts';
import type { Dimension, Figure } from '../figures/figure.ts';

/** Figures over `changes_rows` and `changes_editions`: what publishers changed, counted like anything else. */
export function changeFigures(comparisons: readonly Comparison[]): Figure[] {
  const sources = [...new Set(comparisons.flatMap((comparison) => comparison.sources))].sort();
  const source: Dimension = {
    sql: 'source',
    title: 'Source',
    values: sources,
    sources: Object.fromEntries(sources.map((one) => [one, one])),
    says: 'a source, as status shows it',
  };
  const kind: Dimension = {
    sql: 'kind',
    title: 'Kind of record',
    values: [...new Set(comparisons.map(({ id }) => id.slice(0, id.indexOf('.'))))].sort(),
    says: 'a kind of record',
  };
  const edition: Dimension = {
    sql: '@iso_date(shown_on)',
    title: 'Date of the edition that shows it',
    pattern: /^\d{4}-\d{2}-\d{2}$/,
    says: 'a date such as 2026-01-26',
  };
  const organisation: Dimension = {
    sql: 'organisation',
    title: 'Organisation',
    says: 'the id of an organisation',
  };
  const field: Dimension = {
    sql: 'field',
    title: 'What was altered',
    values: [...new Set(comparisons.flatMap(({ fields }) => Object.values(fields)))].sort(),
    says: 'the title of a column that is compared',
  };
  const shared = { readings: [], sources, anySource: true, pairs: true, eventDate: 'shown_on' } as const;
  return [
    {
      ...shared,
      id: 'changes.rows',
      title: 'Changed entries',
      unit: { kind: 'count', one: 'change', many: 'changes' },
      definition:
        'Entries that differ between an edition and the one before it of the same source and period, over all editions: an entry counts once a kind of change, however many of its columns were altered.',
      from: 'changes_rows',
      form: { form: 'distinct', key: ['change', 'edition', 'entry_row'] },
      dimensions: {
        change: {
          sql: 'change',
          title: 'Kind of change',
          values: ['appeared', 'vanished', 'unconfirmed', 'altered', 're-labelled', 're-appeared'],
          says: 'a kind of change',
        },
        source,
        kind,
        edition,
        organisation,
        field,
      },
      additive: ['change', 'source', 'kind', 'edition'],
      words: ['changed entries', 'changes of the list', 'changes between lists'],
      caveats: [
        'It counts what the publisher changed between the editions at hand. What happened between two of them and was undone again is not seen.',
        'An entry that is missing from the latest edition alone is unconfirmed; it is vanished when a later edition does not have it either.',
        'A publisher may correct, re-date or withdraw an entry for many reasons; the record does not give one.',
        'Editions that add to one another, and the logs of networks, are not compared row by row.',
      ],
    },
    {
      ...shared,
      id: 'changes.editions',
      title: 'Editions that came, came again or may be missing',
      unit: { kind: 'count', one: 'event of an edition', many: 'events of editions' },
      definition:
        'What happened to editions as a whole: the first of a source and period, each new one, each that was given again byte for byte, and each before which more than twice the usual time passed.',
      from: 'changes_editions',
      form: { form: 'count' },
      dimensions: {
        event: {
          sql: 'event',
          title: 'What happened',
          values: ['first', 'new', 'given-again', 'missing'],
          says: 'what happened to an edition',
        },
        source,
        kind,
        edition,
      },
      additive: ['event', 'source', 'kind', 'edition'],
      words: ['editions', 'releases of the list'],
      caveats: [
        'A gap says that an edition may be missing here, or that none was published; the record does not say which.',
        'The usual time is the median of the last ten gaps between editions of the source.',
        'An edition given again several times counts once.',
      ],
    },
  ];
}
