import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../../src/build/workspace.ts';
import { toldBeside } from '../../src/figures/beside.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { parseQuery } from '../../src/figures/query.ts';
import { registry } from '../../src/kinds/registry.ts';
import { type Pack, shippedPacks } from '../../src/kinds/searches/packs.ts';
import { projectPacks } from '../../src/kinds/searches/told-packs.ts';
import { offences } from '../../src/kinds/searches/words.ts';
import { readYaml } from '../../src/project/yaml-file.ts';
import { root } from '../support/root.ts';
import { tempDir } from '../support/temp-dir.ts';
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
    const states = shippedPacks.map(({ state = 'any' }) => state).sort();
    expect(states).toEqual(['AR', 'CA', 'IL', 'ME', 'MN', 'NH', 'NJ', 'VA', 'VT', 'WA', 'any']);
  });

  it.each([
    ['a look-back without days', 'type: look-back', '"rules.0" lacks the key "days".'],
    ['a breadth without networks', 'type: breadth', '"rules.0" lacks the key "networks".'],
    ['a required field without a field', 'type: required-field', '"rules.0" lacks the key "field".'],
    ['a class without classes', 'type: reason-class, classes: []', '"rules.0.classes" is a list'],
    ['purposes without offences', 'type: allowed-purposes', '"rules.0" lacks the key "offences".'],
    [
      'offences of another type',
      'type: look-back, days: 9, offences: [drugs]',
      '"rules.0.offences" has no meaning',
    ],
    [
      'classes of another type',
      'type: offence, offences: [drugs], classes: [immigration]',
      '"rules.0.classes" has no meaning',
    ],
    ['an offence that there is not', 'type: offence, offences: [care]', '"rules.0.offences.0" is "care"'],
    [
      'a label for an id',
      'type: organisation-scope, allow: [Nowhere CA PD]',
      'the id of an organisation, such as exampleton-ca-pd',
    ],
    ['days of another type', 'type: breadth, networks: 9, days: 9', '"rules.0.days" has no meaning'],
    ['a day that there is not', 'type: look-back, days: 9, to: 2026-02-30', 'there is no day 2026-02-30'],
    [
      'an end before its beginning',
      'type: look-back, days: 9, to: 2026-01-01, from: 2026-01-02',
      'the rule "r" ends before it begins',
    ],
    ['a state that there is not', 'type: look-back, days: 9', 'there is no state "XX"', 'state: XX'],
    [
      'two rules of one id',
      'type: look-back, days: 9, says: A, source: B, read: 2026-11-20 }\n  - { id: r, type: look-back, days: 8',
      'it has two rules "r"',
    ],
  ])('with %s are refused: they would look as if they were kept', async (_what, rule, message, more = '') => {
    const file = join(tempDir('pack'), 'own.yaml');
    writeFileSync(
      file,
      `id: own\ntitle: Own (invented)\nstatus: draft\n${more}\nrules:\n  - { id: r, ${rule}, says: A, source: B, read: 2026-11-20 }\n`,
    );
    await expect(projectPacks([file])).rejects.toThrow(message);
  });

  it('name the offence families that reasons are sorted into', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schemas', 'pack.schema.json'), 'utf8'));
    const { offences: listed } = schema.properties.rules.items.properties;
    expect(new Set(listed.items.enum)).toEqual(new Set(offences.values));
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
      'purpose-allowed': 1,
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

  it('are said to be drafts beside every number of findings, and months and hours have their time zone', async () => {
    const project = testProject();
    await project.addText(
      'Exampleton_VA_PD-Network-Audit.csv',
      `${[header, row(1, 'Nowhere TX PD', 5, 2, 'immigration', '')].join('\n')}\n`,
    );
    const work = await project.build();
    const beside = async (id: string, text: { by?: string[]; where?: string[] }) => {
      const figure = registry.figure(id) as Figure;
      const told = await toldBeside(work, figure, parseQuery(figure, text));
      return Object.fromEntries(told.map(({ dimension, values }) => [dimension, values]));
    };
    const draft = { pack_status: ['draft'] };
    const zone = { zone: ['America/New_York'] };
    expect(await beside('searches.findings', {})).toEqual(draft);
    expect(await beside('searches.findings', { by: ['month', 'result'] })).toEqual({ ...draft, ...zone });
    expect(await beside('searches.findings', { by: ['pack_status'] })).toEqual({});
    expect(await beside('searches.findings', { where: ['rule=look-back'] })).toEqual(draft);
    expect(await beside('searches.searches', {})).toEqual({});
    for (const id of ['searches', 'rows', 'organisations', 'networks_reached', 'without_case_number'])
      expect(await beside(`searches.${id}`, { by: ['hour'] }), id).toEqual(zone);
    work.close();
  });

  it('take a look-back to the second: 21 days are within, a second more is asked about', async () => {
    const project = testProject();
    const back = (n: number, start: string, end: string) =>
      `${id(n)},***,Exampleton VA PD,5,"${start}\n${end}",***,stolen vehicle,25-1,,"${end}",lookup`;
    await project.addText(
      'Exampleton_VA_PD-Network-Audit.csv',
      `${[
        header,
        back(1, '01/01/2026, 12:59:59 AM UTC', '01/01/2026, 01:00:00 AM UTC'),
        back(2, '01/01/2026, 01:30:00 AM UTC', '01/22/2026, 01:30:00 AM UTC'),
        back(3, '01/01/2026, 01:29:59 AM UTC', '01/22/2026, 01:30:00 AM UTC'),
        back(4, '01/01/2026, 01:59:59 AM UTC', '01/22/2026, 02:00:00 AM UTC'),
        back(5, '01/01/2026, 01:59:59 AM UTC', '01/22/2026, 01:59:59 AM UTC'),
      ].join('\n')}\n`,
    );
    const work = await project.build();
    const [hours] = await work.engine.query(
      'select string_agg(lookback_hours, \' \' order by "row") as hours from searches',
    );
    expect(hours?.['hours']).toBe('1 504 505 505 504');
    expect(await figureValue(work, 'searches.findings', { pack: ['virginia'], rule: ['look-back'] })).toBe(2);
    work.close();
  });

  it('of a project stand in the place of shipped ones, and are confirmed with a date', async () => {
    const project = testProject();
    await project.addText(
      'Exampleton_VA_PD-Network-Audit.csv',
      `${[header, row(1, 'Exampleton VA PD', 5, 2, 'stolen vehicle', '25-1'), row(2, 'Sampleville TX PD', 5, 2, 'robbery', ''), row(3, 'Nowhere TX PD', 5, 19, '***', '***')].join('\n')}\n`,
    );
    const virginia = readFileSync(join(root, 'src', 'kinds', 'searches', 'packs', 'virginia.yaml'), 'utf8');
    const write = (status: string) =>
      writeFileSync(join(project.paths.root, 'virginia.yaml'), virginia.replace('status: draft', status));
    write('status: confirmed\nconfirmed_on: 2026-11-20');
    writeFileSync(
      join(project.paths.root, 'own.yaml'),
      `id: own-policy
title: Own policy (invented)
status: draft
network: exampleton-va-pd
rules:
  - id: outside
    type: organisation-scope
    allow: [sampleville-tx-pd]
    says: A search from outside needs an explanation.
    source: Policy 1 (invented)
    read: 2026-11-20
  - id: later
    type: reason-class
    classes: [immigration]
    from: 2026-06-01
    says: Not in force yet.
    source: Policy 2 (invented)
    read: 2026-11-20
`,
    );
    writeFileSync(
      project.paths.config,
      'title: Searches (invented)\nsearches:\n  packs: [virginia.yaml, own.yaml]\n',
    );
    const work = await project.build();
    expect(await groupsOf(work, 'searches.findings', 'pack_status')).toEqual({ confirmed: 3, draft: 1 });
    expect(await figureValue(work, 'searches.findings', { pack: ['own-policy'], rule: ['outside'] })).toBe(1);
    for (const result of ['needs an explanation', 'within', 'not checkable'])
      expect(await figureValue(work, 'searches.findings', { rule: ['later'], result: [result] })).toBe(0);
    expect(
      await figureValue(work, 'searches.findings', { network: ['exampleton-va-pd'], rule: ['outside'] }),
    ).toBe(1);
    work.close();
    write('status: confirmed');
    await expect(openWorkspace(project.paths, registry)).rejects.toMatchObject({ code: 'CF-CONFIG-012' });
    await expect(projectPacks([join(project.paths.root, 'virginia.yaml')])).rejects.toMatchObject({
      code: 'CF-CONFIG-012',
    });
  });

  it('hold a search in two logs against the rules of each network', async () => {
    const project = testProject();
    for (const [holder, type] of [
      ['Exampleton_VA_PD', 'lookup'],
      ['Sampleville_CA_PD', 'search'],
    ] as const)
      await project.addText(
        `${holder}-Network-Audit.csv`,
        `${header}\n${row(1, 'Nowhere TX PD', 5, 2, 'robbery', '25-1').replace('lookup', type)}\n`,
      );
    const work = await project.build();
    expect(await groupsOf(work, 'searches.findings', 'pack')).toEqual({ california: 1, virginia: 1 });
    work.close();
  });
});
