import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureValue, testProject } from './support/project.ts';

const orgs = ['Exampleton CA PD', 'Sampleville TX PD'];
const id = (n: number) => `07bc3280-672d-4342-818d-e93e5c2c${String(1000 + n)}`;

interface Search {
  n: number;
  org: number;
  minute: number;
  networks: number;
  days: number;
}

const line = (search: Search, withId: boolean, withFrame: boolean) => {
  const time = `01/20/2026, 01:${String(search.minute).padStart(2, '0')}:00 AM UTC`;
  const frame = withFrame
    ? `"01/${String(19 - search.days).padStart(2, '0')}/2026, 01:00:00 AM UTC\n${time}"`
    : '';
  return `${withId ? id(search.n) : ''},${orgs[search.org]},${search.networks},${frame},"${time}",lookup`;
};
const log = (lines: readonly string[]) =>
  `ID,Org Name,Total Networks Searched,Time Frame,Search Time,Search Type\n${lines.join('\n')}\n`;

async function count(files: readonly string[]): Promise<{ searches: unknown; ambiguous: unknown }> {
  const project = testProject();
  for (const [index, text] of files.entries())
    await project.addText(`log-${index}.csv`, text, 'Exampleton CA PD');
  const work = await project.build();
  const found = {
    searches: await figureValue(work, 'searches.searches'),
    ambiguous: await figureValue(work, 'searches.ambiguous_rows'),
  };
  work.close();
  return found;
}

describe('one search in many logs', () => {
  it('counts the same whatever the order of the files', async () => {
    const search = fc.record({
      org: fc.nat(1),
      minute: fc.nat(2),
      networks: fc.constantFrom(1, 5000),
      days: fc.nat(1),
    });
    const logs = fc.array(
      fc.tuple(fc.array(search, { minLength: 1, maxLength: 4 }), fc.boolean(), fc.boolean()),
      { minLength: 2, maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(logs, async (given) => {
        const files = given.map(([searches, withId, withFrame]) =>
          log(
            searches.map((one) =>
              line(
                { ...one, n: one.org * 100 + one.minute * 10 + one.days + (one.networks > 1 ? 500 : 0) },
                withId,
                withFrame,
              ),
            ),
          ),
        );
        expect(await count([...files].reverse())).toEqual(await count(files));
      }),
      { numRuns: 6, seed: 7 },
    );
  }, 120_000);

  it('does not force a row that fits two searches', async () => {
    const one = { n: 1, org: 0, minute: 1, networks: 5, days: 1 };
    const two = { ...one, n: 2, days: 2 };
    expect(
      await count([log([line(one, true, true), line(two, true, true)]), log([line(one, false, false)])]),
    ).toEqual({ searches: 2, ambiguous: 1 });
    expect(
      await count([log([line(one, true, true), line(two, true, true)]), log([line(two, false, true)])]),
    ).toEqual({ searches: 2, ambiguous: 0 });
    expect(await count([log([line(one, true, false)]), log([line(one, false, true)])])).toEqual({
      searches: 1,
      ambiguous: 0,
    });
  }, 60_000);
});
