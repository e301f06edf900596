import { expect, test } from 'vitest';
import { parseClaims } from '../../src/claims/read-claims.ts';
import { coveredClaims, coveredTemplate } from '../../src/claims/template.ts';
import { registry } from '../../src/kinds/registry.ts';
import type { Edition } from '../../src/project/edition.ts';
import { claim } from './support.ts';

const lists = (...dates: string[]) =>
  dates.map((asOf) => ({ source: 'ice-participating', kind: 'agreements', asOf }) as Edition);

test('only claims whose every day the lists cover are picked out', async () => {
  const ids = async (...dates: string[]) =>
    (await coveredTemplate('press-287g', registry.figures, lists(...dates))).claims.map((one) => one.id);
  const january = ['states-2026-01-26', 'agencies-2026-01-26', 'agencies-of-five-states'];
  expect(await ids('2025-01-19', '2026-01-26')).toHaveLength(5);
  expect(await ids('2025-12-01', '2026-01-26')).toEqual(january);
  expect(await ids('2025-12-01', '2026-01-19')).toEqual(january);
  expect(await ids('2025-12-01', '2026-01-18')).toEqual([]);
  expect(await ids('2026-02-02')).toEqual([]);
  expect(await ids()).toEqual([]);
});

test('the text that is left reads back as the claims that are covered', async () => {
  const { text, claims, left } = await coveredTemplate(
    'press-287g',
    registry.figures,
    lists('2025-12-01', '2026-01-26'),
  );
  const again = await parseClaims(text as string, 'press-287g.yaml', registry.figures);
  const plain = (all: readonly object[]) => all.map((one) => ({ ...one, place: undefined }));
  expect(plain(again)).toEqual(plain(claims));
  expect(left).toHaveLength(2);
  expect((await coveredTemplate('press-287g', registry.figures, [])).text).toBeNull();
});

test('a claim without a date is covered by any list, and one without a figure by none', () => {
  const dated = lists('2026-01-26');
  expect(coveredClaims([claim({ states: '5' })], registry.figures, dated)).toHaveLength(1);
  expect(
    coveredClaims([claim({ figure: undefined, settled_by: 'a record' })], registry.figures, dated),
  ).toEqual([]);
});
