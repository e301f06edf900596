import { expect, it } from 'vitest';
import { projectEditions, relationsOf } from '../../src/build/build.ts';
import { embeddedModels, materialise } from '../../src/build/materialise.ts';
import { aboutSplit } from '../../src/cli/split-searches.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { answer } from '../../src/figures/answer.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { receipt, recount } from '../../src/figures/receipt.ts';
import { registry } from '../../src/kinds/registry.ts';
import { testProject } from './support/project.ts';

const searches = 400;
const shifted = 200;

/** A log of which the first searches are told `hours` later than they were. */
const log = (hours: number) =>
  `ID,Org Name,Total Networks Searched,Search Time,Search Type\n${Array.from({ length: searches }, (_, n) => {
    const time = new Date(Date.UTC(2026, 0, 1 + (n % 20), 20) + (n < shifted ? hours : 0) * 3_600_000);
    return `07bc3280-672d-4342-818d-${String(n).padStart(12, '0')},Exampleton CA PD,5,${time.toISOString()},lookup`;
  }).join('\n')}\n`;

function inStretchesOf(rows: number) {
  const models = registry.models.map((model) =>
    model.name === 'search_parts' ? { ...model, sql: model.sql.replaceAll('1600000', String(rows)) } : model,
  );
  return relationsOf({ ...registry, models });
}

/** What counts as how many, where stretches have a day each, or all days are one. */
async function counted(rowsOfStretch: number, hours: number) {
  const project = testProject();
  await project.addText('a.csv', log(0), 'Exampleton CA PD');
  await project.addText('b.csv', log(hours), 'Nowhere CA PD');
  const engine = await openDuckDb();
  const relations = inStretchesOf(rowsOfStretch);
  const editions = projectEditions(project.paths);
  const { signal } = new AbortController();
  await materialise(embeddedModels(engine, project.paths), relations, editions, project.paths, signal);
  const bench = { engine, relations, editions };
  const value = async (id: string) =>
    (await answer(bench, registry.figure(id) as Figure, { where: {}, by: [] })).rows[0]?.value;
  const twice = await receipt(
    bench,
    registry.figure('searches.counted_twice') as Figure,
    { where: {}, by: [] },
    'a test',
  );
  const found = {
    searches: await value('searches.searches'),
    twice: await value('searches.counted_twice'),
    recounted: twice.parts.map((part) => Number(recount(part))),
    about: await aboutSplit(engine),
  };
  engine.close();
  return found;
}

it('says how many searches are counted twice since logs date them on different days', async () => {
  expect(await counted(1, 0)).toEqual({ searches, twice: 0, recounted: [0], about: 0 });
  expect(await counted(1_600_000, 5)).toEqual({ searches, twice: 0, recounted: [0], about: 0 });
  const found = await counted(1, 5);
  expect(found).toMatchObject({ searches: searches + shifted, twice: shifted, recounted: [shifted] });
  // A sample of one in sixteen, of 200.
  expect(found.about).toBeGreaterThan(60);
  expect(found.about).toBeLessThan(500);
});

it('counts a search that is split by its days once a stretch in each network, and not once for every other stretch', async () => {
  const twoDays = `ID,Org Name,Total Networks Searched,Search Time,Search Type\n${['2026-01-03T20:00:00Z', '2026-01-09T20:00:00Z'].map((time) => `07bc3280-672d-4342-818d-000000000001,Exampleton CA PD,5,${time},lookup`).join('\n')}\n`;
  const project = testProject();
  await project.addText('a.csv', twoDays, 'Exampleton CA PD');
  await project.addText('b.csv', `${twoDays}\n`, 'Nowhere CA PD');
  const engine = await openDuckDb();
  const relations = inStretchesOf(1);
  const editions = projectEditions(project.paths);
  const { signal } = new AbortController();
  await materialise(embeddedModels(engine, project.paths), relations, editions, project.paths, signal);
  const rows = await engine.query(
    'select network, count(*) as n, count(distinct "row") as places from searches_in_networks group by network order by network',
  );
  engine.close();
  expect(rows).toEqual(
    ['exampleton-ca-pd', 'nowhere-ca-pd'].map((network) => ({ network, n: 2, places: 2 })),
  );
});
