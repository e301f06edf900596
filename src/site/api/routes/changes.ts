import { type Changes, compareEditions, editionPairs } from '../../../changes/compare.ts';
import { changesInWords } from '../../../changes/words.ts';
import type { Comparison } from '../../../figures/comparison.ts';
import { isoDate, knownAt as knownBy } from '../../../figures/query.ts';
import { pageOf } from '../cursor.ts';
import type { Holdings } from '../holdings.ts';
import { missing } from '../missing.ts';
import { knownAt, paging } from '../parameters.ts';
import type { Ask, Parameter, Route } from '../route.ts';
import { listOf, schema } from '../schemas/all.ts';
import { position } from './figures.ts';

const source: Parameter = {
  name: 'source',
  in: 'query',
  says: 'Only this source.',
  schema: { type: 'string', maxLength: 80, pattern: '^[a-z0-9-]+$' },
  example: 'ice-participating',
};
const end = (name: string, says: string): Parameter => ({
  name,
  in: 'query',
  says,
  schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'An ISO date.' },
});
const asked = [
  source,
  end('from', 'The earlier edition: the one in force on this date; without it the one before the later.'),
  end('to', 'The later edition; without it the latest.'),
  knownAt,
];

const list: Route = {
  method: 'get',
  path: '/changes',
  id: 'listChanges',
  summary: 'What publishers changed between two editions, in counts and words',
  says: 'One entry a source and period that has two editions to compare.',
  parameters: asked,
  answer: {
    type: 'object',
    additionalProperties: false,
    required: ['build', 'items'],
    properties: { build: { type: 'string' }, items: { type: 'array', items: schema('ChangeSummary') } },
  },
  refuses: [404],
  example: '/changes?source=ice-participating',
  async handle(ask, holdings) {
    const compared = await compare(ask, holdings);
    return { build: holdings.build, items: compared.map(summaryOf) };
  },
};

const rows: Route = {
  method: 'get',
  path: '/changes/rows',
  id: 'changeRows',
  summary: 'The same, row by row',
  says: 'An entry that changed in several fields has a row for each. A re-labelled entry has its old name in "before". Entries of persons stand together in one row, with their number in "entries".',
  parameters: [...asked, ...paging],
  answer: listOf('ChangeRow'),
  refuses: [404, 410],
  example: '/changes/rows?source=ice-participating&limit=3',
  async handle(ask, holdings) {
    const compared = await compare(ask, holdings);
    const all = compared.flatMap(({ changes }) =>
      changes.rows.map((row) => ({
        source: changes.source,
        from: changes.from.as_of,
        to: changes.to.as_of,
        change: row.change,
        label: row.label,
        entries: row.entries ?? 1,
        field: row.field,
        before: row.before,
        after: row.after,
        amount_before: row.amountBefore,
        amount_after: row.amountAfter,
        event_date: row.eventDate,
        late: row.late,
        row_before: row.rowBefore,
        row_after: row.rowAfter,
      })),
    );
    return pageOf(all, position(ask, holdings), ask.list, holdings.build);
  },
};

/** What changed between editions. */
export const changeRoutes: readonly Route[] = [list, rows];

interface Compared {
  comparison: Comparison;
  changes: Changes;
}

async function compare(ask: Ask, holdings: Holdings): Promise<Compared[]> {
  const { bench, registry, queue } = holdings;
  const named = ask.one('source');
  const known = [...new Set(bench.editions.map((edition) => edition.source))].sort();
  if (named !== undefined && !known.includes(named)) throw missing('source', named, known);
  const day = (name: string) => {
    const given = ask.one(name);
    return given === undefined ? undefined : isoDate(given, name);
  };
  const query = { source: named, from: day('from'), to: day('to') };
  const when = ask.one('known_at');
  const editions =
    when === undefined ? bench.editions : bench.editions.filter(({ obtained }) => obtained <= knownBy(when));
  const pairs = registry.comparisons.flatMap((comparison) =>
    editionPairs(comparison, editions, query).map((pair) => ({ comparison, pair })),
  );
  return queue.run(async () => {
    const found: Compared[] = [];
    for (const { comparison, pair } of pairs)
      found.push({ comparison, changes: await compareEditions(bench, comparison, pair.from, pair.to) });
    return found;
  });
}

function summaryOf({ comparison, changes }: Compared) {
  const { rows: _rows, ...rest } = changes;
  return { ...rest, words: changesInWords(changes, comparison) };
}
