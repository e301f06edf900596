import { expect, test } from 'vitest';
import type { Verdict } from '../../src/claims/verdict.ts';
import { registry } from '../../src/kinds/registry.ts';
import type { Edition } from '../../src/project/edition.ts';
import { openEditions, openFigures, openKinds, openVerdicts } from '../../src/publication/open.ts';

const closed = registry.kinds.filter((kind) => kind.id === 'searches');

test('searches leave through their release plan alone', () => {
  expect(closed).toHaveLength(1);
  expect(openKinds(registry).map((kind) => kind.id)).not.toContain('searches');
  expect(openFigures(registry).filter((figure) => figure.id.startsWith('searches.'))).toEqual([]);
});

test('every kind is either open or has a release plan', () => {
  const open = openKinds(registry);
  for (const kind of registry.kinds)
    expect(open.includes(kind) || kind.release !== undefined, kind.id).toBe(true);
});

test('editions of a closed kind are not shown', () => {
  const editions = [{ kind: 'agreements' }, { kind: 'searches' }] as Edition[];
  expect(openEditions(registry, editions).map((edition) => edition.kind)).toEqual(['agreements']);
});

test('a verdict on a closed figure keeps its sentence and nothing that was worked out', () => {
  const figure = closed[0]?.figures[0]?.id ?? '';
  const verdict = {
    id: 'a',
    figure,
    verdict: 'differs',
    numbers: [{ value: '7' }],
    says: ['7'],
    claim: { sentence: 's' },
  };
  const [shown] = openVerdicts(registry, [verdict as unknown as Verdict]);
  expect(shown).toMatchObject({
    verdict: 'not checkable',
    numbers: [],
    editions: [],
    claim: { sentence: 's' },
  });
  expect(JSON.stringify(shown)).not.toContain('7');
});
