import { isoDate, knownAt as knownBy } from '../../../figures/query.ts';
import { withValues } from '../../../flags/flag-page.ts';
import { type FlagResult, mostUnits, placeColumns, runFlags, settingsOf } from '../../../flags/run-flags.ts';
import { leavingRows } from '../../../publication/leaving-rows.ts';
import { openKinds } from '../../../publication/open.ts';
import { pageOf } from '../cursor.ts';
import type { Holdings } from '../holdings.ts';
import { missing } from '../missing.ts';
import { asOf, knownAt, paging } from '../parameters.ts';
import type { Ask, Route } from '../route.ts';
import { listOf, schema } from '../schemas/all.ts';
import { position } from './figures.ts';

const list: Route = {
  method: 'get',
  path: '/flags',
  id: 'listFlags',
  summary: 'The questions that the records raise, with what each could look at',
  says: 'A flag is a question, never an accusation. What it could not look at is counted as well as what it found.',
  parameters: [asOf, knownAt],
  answer: {
    type: 'object',
    additionalProperties: false,
    required: ['build', 'items'],
    properties: { build: { type: 'string' }, items: { type: 'array', items: schema('FlagSummary') } },
  },
  example: '/flags',
  async handle(ask, holdings) {
    const results = await run(ask, holdings);
    return { build: holdings.build, items: results.map(summaryOf) };
  },
};

const one: Route = {
  method: 'get',
  path: '/flags/{id}',
  id: 'flagUnits',
  summary: 'What a flag found, a page at a time',
  says: 'Its method, its innocent explanations, and each unit with the rows that its outcome rests on.',
  parameters: [
    {
      name: 'id',
      in: 'path',
      says: 'The id of the flag.',
      schema: { type: 'string', maxLength: 80, pattern: '^[a-z]+\\.[a-z0-9-]+$' },
      example: 'contracts.ceiling-raised',
    },
    asOf,
    knownAt,
    ...paging,
  ],
  answer: {
    allOf: [schema('FlagSummary'), { type: 'object', required: ['method', 'innocent', 'units'] }],
    type: 'object',
    properties: {
      method: { type: 'string' },
      why: { type: 'string' },
      source: { type: 'string' },
      innocent: { type: 'array', items: { type: 'string' }, minItems: 1 },
      exclusions: { type: 'array', items: { type: 'string' } },
      settings: { type: 'object' },
      editions: { type: 'array', items: schema('EditionNote') },
      units: listOf('FlaggedUnit'),
    },
  },
  refuses: [404, 410],
  example: '/flags/contracts.ceiling-raised',
  async handle(ask, holdings) {
    const id = ask.path['id'] ?? '';
    const known = flagsOf(holdings).map((flag) => flag.id);
    if (!known.includes(id)) throw missing('flag', id, known);
    const [result] = (await run(ask, holdings, id)) as [FlagResult];
    const { flag } = result;
    return {
      ...summaryOf(result),
      method: withValues(flag.method, result.settings),
      why: flag.why,
      source: flag.source,
      innocent: flag.innocent,
      exclusions: flag.exclusions.map((one) => withValues(one, result.settings)),
      settings: result.settings,
      editions: result.editions,
      units: pageOf(result.flagged, position(ask, holdings), ask.list, holdings.build),
    };
  },
};

/** Red flags: what each asks, and what it found. */
export const flagRoutes: readonly Route[] = [list, one];

function flagsOf({ registry }: Holdings) {
  return openKinds(registry).flatMap((kind) => [...(kind.flags ?? [])]);
}

function run(ask: Ask, holdings: Holdings, id?: string): Promise<FlagResult[]> {
  const [day, known] = [ask.one('as_of'), ask.one('known_at')];
  const flags = flagsOf(holdings).filter((flag) => id === undefined || flag.id === id);
  const settings = settingsOf(flags, flagsOf(holdings), holdings.flagSettings);
  const query = {
    ...(day === undefined ? {} : { asOf: isoDate(day, 'as_of') }),
    ...(known === undefined ? {} : { knownAt: knownBy(known) }),
  };
  return holdings.queue.run(() =>
    runFlags(holdings.bench, flags, settings, query, mostUnits, leavingRows(holdings.registry, placeColumns)),
  );
}

function summaryOf({ flag, coverage, firesOnMost }: FlagResult) {
  return {
    id: flag.id,
    title: flag.title,
    unit: flag.unit,
    examined: coverage.examined,
    flagged: coverage.flagged,
    passed: coverage.passed,
    not_applicable: coverage.notApplicable,
    unknown: coverage.unknown,
    fires_on_most: firesOnMost,
  };
}
