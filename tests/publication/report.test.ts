import { expect, it } from 'vitest';
import { makeSearches } from '../../examples/make-searches.ts';
import type { ReleasePlan } from '../../src/figures/release.ts';
import { searches } from '../../src/kinds/searches/kind.ts';
import { emptyLedger } from '../../src/publication/ledger.ts';
import { loadSolver } from '../../src/publication/program.ts';
import { makeRelease, readCounts } from '../../src/publication/release.ts';
import { reportHtml } from '../../src/publication/report.ts';
import { testProject } from '../searches/support/project.ts';
import { tempDir } from '../support/temp-dir.ts';

it('a report of the example logs shows released counts only, and nothing from outside', async () => {
  const plan = searches.release as ReleasePlan;
  const project = testProject();
  for (const file of makeSearches(tempDir('examples'))) await project.add(file);
  const work = await project.build();
  const { release } = await makeRelease(
    plan,
    await readCounts(work.engine, plan),
    emptyLedger(plan),
    '2026-05-01',
    await loadSolver(),
  );
  work.close();
  expect(release.months).toEqual(['2026-01', '2026-02', '2026-03']);
  const html = reportHtml(
    {
      title: 'Searches of a network (invented)',
      network: 'Ostervale CA PD (invented)',
      zone: 'America/Los_Angeles',
      method: ['A <search> counts once.'],
      limits: [],
      coverage: [],
      findings: [],
      editions: [],
      program: 'counterfoil',
    },
    release,
  );
  expect(html).toContain('A &lt;search&gt; counts once.');
  expect(html).not.toMatch(/(src|href)=|@import|url\(/);
  for (const value of html.matchAll(/<td class="n">([\d,]+)<\/td>/g))
    expect(Number((value[1] as string).replaceAll(',', ''))).toBeGreaterThanOrEqual(10);
}, 60_000);
