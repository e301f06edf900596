import { afterAll, expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Workbench } from '../../src/figures/answer.ts';
import type { Kind } from '../../src/figures/kind.ts';
import { knownNames } from '../../src/publication/known-names.ts';

const engine = await openDuckDb();
afterAll(() => engine.close());
await engine.define(
  'sellers',
  `select * from (values ('B2', 'Zed Corp'), ('A1', 'Alpha Inc')) as s (code, called)`,
);
const bench = (kinds: string[], models = ['sellers']) =>
  ({
    engine,
    relations: { models: new Map(models.map((name) => [name, {}])) },
    editions: kinds.map((kind) => ({ kind })),
  }) as unknown as Workbench;
const kind = (more: Partial<Kind>) => [{ id: 'sales', ...more }] as unknown as Kind[];
const names = {
  reads: ['sellers'],
  organisations: `select 'seller' as dimension, code as value, called as name from sellers order by called`,
  purposes: `select 'purpose' as dimension, 'P1' as value, 'Repairs' as name`,
};
const none = { organisations: [], purposes: [] };

test('a sentence may name what a kind declares, in its order', async () => {
  expect(await knownNames(bench(['sales']), { kinds: kind({ names }) })).toEqual({
    organisations: [
      { where: 'seller=A1', name: 'Alpha Inc' },
      { where: 'seller=B2', name: 'Zed Corp' },
    ],
    purposes: [{ where: 'purpose=P1', name: 'Repairs' }],
  });
});

test('nothing of a kind that declares nothing, has no records, no model, or whose rows never leave', async () => {
  const release = {} as Kind['release'] & object;
  expect(await knownNames(bench(['sales']), { kinds: kind({}) })).toEqual(none);
  expect(await knownNames(bench(['others']), { kinds: kind({ names }) })).toEqual(none);
  expect(await knownNames(bench(['sales'], []), { kinds: kind({ names }) })).toEqual(none);
  expect(await knownNames(bench(['sales']), { kinds: kind({ names, release }) })).toEqual(none);
});
