import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWithShared } from '../support/shared-data.ts';
import { figureValue, groupsOf, testProject } from './support/project.ts';

describeWithShared('searches of real logs', ['alpr'], (folder) => {
  const portal = (name: string) => join(folder, 'portal', name);
  const invented = (part: string) =>
    join(
      folder,
      'synthetic-network-audit',
      readdirSync(join(folder, 'synthetic-network-audit')).find((name) => name.includes(part)) as string,
    );

  it('counts the two Bakersfield files once where they overlap', async () => {
    const project = testProject();
    const [first] = await project.add(portal('bakersfield-ca-pd_2026-04-18_search_audit.csv'));
    const [second] = await project.add(portal('bakersfield-ca-pd_2026-04-25_search_audit.csv'));
    expect(first).toMatchObject({ outcome: 'added', layout: 'portal-2', accounting: { kept: 1395 } });
    expect(second).toMatchObject({ outcome: 'added', layout: 'portal-2', accounting: { kept: 1457 } });
    const work = await project.build();
    expect(await figureValue(work, 'searches.searches')).toBe(1699);
    expect(await figureValue(work, 'searches.rows')).toBe(2852);
    const [both] = await work.engine.query('select count(*) as n from searches where logged_rows = 2');
    expect(both?.['n']).toBe(1153);
    work.close();
  });

  it('finds 220 searches in log A and log B together, and 140 in B alone, all also in A', async () => {
    const together = testProject();
    await together.add(invented('Exampleton_CA_PD-Network-Audit'));
    await together.add(invented('Sampleville'));
    const work = await together.build();
    expect(await figureValue(work, 'searches.searches')).toBe(220);
    expect(await figureValue(work, 'searches.ambiguous_rows')).toBe(0);
    expect(await groupsOf(work, 'searches.network_searches', 'network')).toEqual({
      'exampleton-ca-pd': 220,
      'sampleville-ca-pd': 140,
    });
    work.close();
    const alone = testProject();
    await alone.add(invented('Sampleville'));
    const second = await alone.build();
    expect(await figureValue(second, 'searches.searches')).toBe(140);
    second.close();
  });

  it('finds no further search in the split and the own log', async () => {
    const project = testProject();
    for (const part of ['Exampleton_CA_PD-Network-Audit', 'Sampleville', 'Specimen', 'own-oneline'])
      await project.add(invented(part));
    const work = await project.build();
    expect(await figureValue(work, 'searches.searches')).toBe(220);
    work.close();
  });

  it('closes the accounting of every file, and keeps no original', async () => {
    const project = testProject();
    const files = ['portal', 'flock-export', 'synthetic-network-audit'].flatMap((part) =>
      readdirSync(join(folder, part)).map((name) => join(folder, part, name)),
    );
    const added: string[] = [];
    for (const file of files) {
      if (file.endsWith('.pdf')) continue;
      for (const outcome of await project.add(file)) {
        if (outcome.outcome !== 'added') continue;
        const { records, kept, withheld, rejected, blank, header } = outcome.accounting;
        expect(kept + withheld + rejected + blank + header).toBe(records);
        added.push(outcome.file);
      }
    }
    expect(added).toHaveLength(18);
    expect(() => readdirSync(project.paths.originals)).toThrow();
  });
});
