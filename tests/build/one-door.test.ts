import { expect, test } from 'vitest';
import { requireOneDoor } from '../../src/build/one-door.ts';
import { registry } from '../../src/kinds/registry.ts';
import type { Edition } from '../../src/project/edition.ts';

const version = registry.kinds.find((kind) => kind.id === 'searches')?.doorVersion as number;
const edition = (id: string, doorVersion?: number, kind = 'searches') =>
  ({ edition: id, kind, ...(doorVersion === undefined ? {} : { doorVersion }) }) as Edition;

test('logs that came in by one door are counted together', () => {
  expect(() =>
    requireOneDoor(registry, [
      edition('a', version),
      edition('b', version),
      edition('c', undefined, 'agreements'),
    ]),
  ).not.toThrow();
});

test.each([
  ['without a version', undefined],
  ['of an earlier door', version - 1],
  ['of a later door', version + 1],
])('an edition %s is named, and nothing is built', (_, old) => {
  expect(() => requireOneDoor(registry, [edition('a', version), edition('old-log', old)])).toThrow(
    expect.objectContaining({ code: 'CF-BUILD-003', message: expect.stringContaining('old-log') }),
  );
});
