import type { Edition } from '../../../project/edition.ts';
import { pageOf } from '../cursor.ts';
import type { Holdings } from '../holdings.ts';
import { missing } from '../missing.ts';
import { paging } from '../parameters.ts';
import type { Ask, Parameter, Route } from '../route.ts';
import { listOf, schema } from '../schemas/all.ts';
import { position } from './figures.ts';

const editionId: Parameter = {
  name: 'id',
  in: 'path',
  says: 'The id of the edition, or the beginning of it that no other has.',
  schema: { type: 'string', minLength: 6, maxLength: 64, pattern: '^[0-9a-z-]+$' },
};
const ofSource: Parameter = {
  name: 'source',
  in: 'query',
  says: 'Only editions of this source.',
  schema: { type: 'string', maxLength: 80, pattern: '^[a-z0-9-]+$' },
  example: 'ice-participating',
};

const list: Route = {
  method: 'get',
  path: '/editions',
  id: 'listEditions',
  summary: 'Every edition with its date, hash and accounting',
  says: 'Records in file = kept + withheld + rejected + blank or header, by an independent count.',
  parameters: [ofSource, ...paging],
  answer: listOf('Edition'),
  refuses: [404, 410],
  example: '/editions?limit=2',
  handle: (ask, holdings) =>
    pageOf(listed(ask, holdings).map(editionOf), position(ask, holdings), ask.list, holdings.build),
};

const one: Route = {
  method: 'get',
  path: '/editions/{id}',
  id: 'edition',
  summary: 'One edition',
  says: 'Where its date came from, how its rows were dealt with, what could not be read.',
  parameters: [editionId],
  answer: schema('Edition'),
  refuses: [404],
  example: '/editions/ee918dcf5c',
  handle: (ask, holdings) => editionOf(editionCalled(ask.path['id'] ?? '', holdings)),
};

const rejects: Route = {
  method: 'get',
  path: '/rejects',
  id: 'listRejects',
  summary: 'Rows that could not be read, and values that could not',
  says: 'Places and codes alone, never a text. A value that could not be read is absent in the records, not zero. Of each kind of value the first 50 places of an edition are listed, of rows the first 100,000; "of" says how many there are in all.',
  parameters: [
    ofSource,
    {
      name: 'edition',
      in: 'query',
      says: 'Only this edition: its id, or the beginning of it.',
      schema: { type: 'string', minLength: 6, maxLength: 64, pattern: '^[0-9a-z-]+$' },
    },
    ...paging,
  ],
  answer: listOf('Reject'),
  refuses: [404, 410],
  example: '/rejects?limit=3',
  handle(ask, holdings) {
    const named = ask.one('edition');
    const only = named === undefined ? undefined : editionCalled(named, holdings);
    const editions = listed(ask, holdings).filter((one) => only === undefined || one === only);
    return pageOf(editions.flatMap(rejectsOf), position(ask, holdings), ask.list, holdings.build);
  },
};

/** Editions, and what of them could not be read. */
export const editionRoutes: readonly Route[] = [list, one, rejects];

function listed(ask: Ask, { bench }: Holdings): Edition[] {
  const source = ask.one('source');
  const known = [...new Set(bench.editions.map((edition) => edition.source))].sort();
  if (source !== undefined && !known.includes(source)) throw missing('source', source, known);
  return [...bench.editions]
    .filter((edition) => source === undefined || edition.source === source)
    .sort((a, b) => a.seq - b.seq || (a.edition < b.edition ? -1 : 1));
}

function editionCalled(id: string, { bench }: Holdings): Edition {
  const found = bench.editions.filter((edition) => edition.edition.startsWith(id));
  if (found.length === 1) return found[0] as Edition;
  throw missing('edition', id, []);
}

function editionOf(edition: Edition) {
  return {
    edition: edition.edition,
    sha256: edition.sha256,
    bytes: edition.bytes,
    names: edition.names,
    sheet: edition.sheet,
    source: edition.source,
    publisher: edition.publisher,
    kind: edition.kind,
    layout: edition.layout,
    coverage: edition.coverage,
    as_of: edition.asOf,
    as_of_from: edition.asOfFrom,
    contradiction: edition.contradiction,
    obtained: edition.obtained,
    first_event: edition.firstEvent,
    latest_event: edition.latestEvent,
    accounting: edition.accounting,
    rejects: edition.rejects.length,
    problems: edition.problems.map(({ column, code, count }) => ({ column, code, count })),
    dropped_columns: edition.droppedColumns,
    notes: edition.notes,
  };
}

function rejectsOf(edition: Edition) {
  const head = { edition: edition.edition, source: edition.source };
  const rows = edition.rejects.map(({ row, line, sheet, cells, code }) => ({
    ...head,
    what: 'row',
    row,
    line: line ?? null,
    sheet: sheet ?? null,
    cells: cells ?? null,
    column: null,
    code,
    of: edition.accounting.rejected,
  }));
  const values = edition.problems.flatMap(({ column, code, count, rows: places }) =>
    places.map((row) => ({
      ...head,
      what: 'value',
      row,
      line: null,
      sheet: edition.sheet,
      cells: null,
      column,
      code,
      of: count,
    })),
  );
  return [...rows, ...values];
}
