import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Pack, shippedPacks } from '../../src/kinds/searches/packs.ts';
import { readYaml } from '../../src/project/yaml-file.ts';
import { root } from '../support/root.ts';
import { figureValue, groupsOf, testProject } from './support/project.ts';

const header =
  'ID,Name,Org Name,Total Networks Searched,Time Frame,License Plate,Reason,Case #,Filters,Search Time,Search Type';
const id = (n: number) => `07bc3280-672d-4342-818d-e93e5c2cdb${String(n).padStart(2, '0')}`;
const row = (n: number, org: string, networks: number, days: number, reason: string, caseNumber: string) =>
  `${id(n)},***,${org},${networks},"01/${String(20 - days).padStart(2, '0')}/2026, 01:00:00 AM UTC\n01/20/2026, 01:00:00 AM UTC",***,${reason},${caseNumber},,"01/20/2026, 0${n}:00:00 AM UTC",lookup`;

describe('rule packs', () => {
  it('fit their schema, and are drafts', async () => {
    const folder = join(root, 'src', 'kinds', 'searches', 'packs');
    for (const name of readdirSync(folder)) {
      const pack = await readYaml<Pack>(join(folder, name), 'pack');
      expect(pack.status).toBe('draft');
    }
    expect(shippedPacks.length).toBeGreaterThanOrEqual(8);
  });

  it('ask about what the log shows, and never pass what is masked', async () => {
    const project = testProject();
    await project.addText(
      'Exampleton_VA_PD-Network-Audit.csv',
      `${[header, row(1, 'Exampleton VA PD', 5, 2, 'stolen vehicle', '25-1'), row(2, 'Sampleville TX PD', 5000, 2, 'immigration', ''), row(3, 'Nowhere VA PD', 5, 19, '***', '***')].join('\n')}\n`,
    );
    const work = await project.build();
    expect(await groupsOf(work, 'searches.findings', 'rule')).toEqual({
      'case-given': 1,
      'outside-organisation': 1,
      'wide-without-case': 1,
    });
    expect(
      await figureValue(work, 'searches.findings', { rule: ['reason-given'], result: ['not checkable'] }),
    ).toBe(1);
    expect(await figureValue(work, 'searches.findings', { rule: ['case-given'], result: ['within'] })).toBe(
      1,
    );
    work.close();
  });
});
