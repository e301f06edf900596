import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import { judge } from '../../src/claims/judge.ts';
import { coveredTemplate } from '../../src/claims/template.ts';
import type { Verdict } from '../../src/claims/verdict.ts';
import { registry } from '../../src/kinds/registry.ts';
import { open, realProject } from '../support/projects.ts';
import { describeWithShared } from '../support/shared-data.ts';

describeWithShared('published sentences about the real lists', ['agreements'], (lists) => {
  let bench: Workspace;
  const verdicts = new Map<string, Verdict>();
  const verdict = (id: string) => verdicts.get(id) as Verdict;
  beforeAll(async () => {
    bench = await open(await realProject(lists));
    const { claims, left } = await coveredTemplate('press-287g', registry.figures, bench.editions);
    expect(left).toEqual([]);
    for (const claim of claims) verdicts.set(claim.id, await judge(bench, registry, claim));
  });
  afterAll(() => bench.close());

  test('39 states hold', () => {
    expect(verdict('states-2026-01-26')).toMatchObject({
      verdict: 'holds',
      numbers: [{ value: '39' }],
      range: { low: '39', high: '39' },
    });
  });

  test('1,168 agencies differ: 1,149; as spelled, on the list of 2 February', () => {
    const { search, ...rest } = verdict('agencies-2026-01-26');
    expect(rest).toMatchObject({ verdict: 'differs', numbers: [{ value: '1149' }] });
    expect(search).toMatchObject({
      fitted: 1,
      fits: [{ choices: 2, readings: [{ id: 'as-spelled' }], list: { date: '2026-02-02' } }],
    });
    expect(rest.says.join(' ')).toContain(
      'exactly as spelled, blanks included, on the list of 2026-02-02 (two choices changed',
    );
  });

  test('135 agencies differ: 133; 135 agreements', () => {
    const { search, ...rest } = verdict('agencies-before-2025-01-20');
    expect(rest).toMatchObject({ verdict: 'differs', numbers: [{ value: '133' }] });
    expect(search).toMatchObject({
      weak: false,
    });
    expect(search?.fits[0]).toMatchObject({ choices: 1, readings: [{ id: 'agreements' }], list: null });
  });

  test('950% differs: agreements +916.3%, agencies +763.9%, and a weak reading', () => {
    const { search, ...rest } = verdict('growth-first-year');
    expect(rest).toMatchObject({
      verdict: 'differs',
      numbers: [{ shown: '+916.3%', ends: [{ value: '135' }, { value: '1372' }] }],
    });
    expect(search?.alternatives.find((one) => one.readings[0]?.id === 'agencies')?.values[0]?.shown).toBe(
      '+763.9%',
    );
    expect(search).toMatchObject({
      weak: true,
      fits: [
        {
          choices: 2,
          readings: [{ id: 'pending-too' }],
          list: { end: 'to', date: '2026-02-11' },
          values: [{ shown: '+950.4%' }],
        },
      ],
    });
    expect(rest.says.join(' ')).toMatch(
      /\+950\.4% \(two choices changed: a weak reading, since its two ends do not count the same lists\)/,
    );
    expect(rest.says.join(' ')).toContain('agencies instead of agreements: +763.9%');
  });

  test('five states differ: they resemble agreements, and no one list has all five', () => {
    const { search, ...rest } = verdict('agencies-of-five-states');
    expect(rest).toMatchObject({
      verdict: 'differs',
      numbers: [278, 227, 57, 54, 34].map((value) => ({ value: String(value), holds: false })),
    });
    expect(search).toMatchObject({
      fitted: 0,
      closest: [{ met: 2, readings: [{ id: 'agreements' }] }, {}, {}],
    });
    expect(rest.says).toContain(
      'No reading found: no one list has all five numbers, under any reading tried.',
    );
    expect(rest.says).toContain('The numbers resemble agreements instead of agencies.');
  });

  test('a verdict is plain data', () => {
    for (const one of verdicts.values()) expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });
});
