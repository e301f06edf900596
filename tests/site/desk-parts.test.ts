import { expect, test } from 'vitest';
import { judgeBy } from '../../src/claims/judge.ts';
import { contractFigures } from '../../src/kinds/contracts/figures.ts';
import { commandOf } from '../../src/site/bundles/desk/command-of.ts';
import { figureOf } from '../../src/site/desk/read-desk.ts';
import type { Desk, DeskEdition } from '../../src/site/desk/shape.ts';
import { tableBook, toFigure } from '../../src/site/desk/table-book.ts';

const obligations = contractFigures.find(({ id }) => id === 'contracts.obligations');
if (!obligations) throw new Error('there are no obligations');
const figure = toFigure(figureOf(obligations));
const edition: DeskEdition = {
  edition: 'invented',
  source: 'usaspending-search',
  kind: 'contracts',
  coverage: 'window',
  asOf: '2026-05-31',
  asOfFrom: 'content',
  dayPart: null,
  seq: 1,
  obtained: '2026-06-01T00:00:00Z',
  firstEvent: '2025-10-01',
  sha256: '00',
  names: ['invented.csv'],
} as unknown as DeskEdition;
const desk: Desk = {
  version: '0',
  states: [],
  editions: [edition],
  figures: [figureOf(obligations)],
  told: [],
};

test('parts by a dimension of many values are read from a file of their own, when they are asked for', async () => {
  const read: string[] = [];
  const book = tableBook(desk, {
    values: async () => ({
      days: ['2026-05-31'],
      tables: { '': { total: ['12.00'], by: {} } },
      apart: ['vendor', 'vendor.fiscal_year'],
    }),
    parts: async (id, dimension) => {
      read.push(`${id} ${dimension}`);
      const values: Record<string, string> =
        dimension === 'vendor'
          ? { INVENTED0001: '5.00', INVENTED0003: '-1.50' }
          : { 'INVENTED0001|2026': '3.00' };
      return { figure: id, dimension, values };
    },
  });
  const ask = async (where: Record<string, string[]>) =>
    (await book.answers([{ figure, readings: [], query: { where, by: [] } }]))[0]?.rows[0]?.value;
  expect(await ask({})).toBe('12.00');
  expect(read).toEqual([]);
  expect(await ask({ vendor: ['INVENTED0001'] })).toBe('5.00');
  // A vendor that the records do not have has no amount; two filters at once are in a table of their own, or in none.
  expect(await ask({ vendor: ['INVENTED0002'] })).toBeNull();
  expect(new Set(read)).toEqual(new Set(['contracts.obligations vendor']));
  expect(await ask({ fiscal_year: ['2026'], vendor: ['INVENTED0001'] })).toBe('3.00');
  expect(await ask({ vendor: ['INVENTED0001'], fiscal_year: ['2025'] })).toBeNull();
  expect(await ask({ vendor: ['INVENTED0001'], month: ['2026-01'] })).toBeUndefined();
  // One organisation under several numbers: obligations of vendors add up, those of none add nothing.
  expect(await ask({ vendor: ['INVENTED0001', 'INVENTED0002', 'INVENTED0003'] })).toBe('3.50');
  expect(await ask({ vendor: ['INVENTED0001', 'INVENTED0003'], fiscal_year: ['2026'] })).toBe('3.00');
});

test('where no other reading is at hand, none is said to have failed', async () => {
  const values = {
    days: ['2026-05-31'],
    tables: { '': { total: ['12.00'], by: { vendor: { INVENTED0001: ['5.00'] } } } },
  };
  const book = tableBook(desk, {
    values: async () => values,
    parts: async () => {
      throw new Error('nothing is apart');
    },
  });
  const { verdict, untried } = await judgeBy(book, [figure], {
    id: 'a',
    sentence: 'Examplecorp was paid $9.',
    published: { by: 'a test' },
    figure: figure.id,
    where: { vendor: ['INVENTED0001'] },
    states: '$9',
  });
  expect(verdict.verdict).toBe('differs');
  expect(untried).toBeGreaterThan(0);
  expect(verdict.says.at(-1)).toBe('No other reading was tried.');
  expect(verdict.says.join(' ')).not.toContain('No reading found');
});

test('the command that asks the records has the answers', () => {
  const claim = {
    id: 'a',
    sentence: "Examplecorp's contracts cost $5 million.",
    published: { by: 'a test' },
    figure: 'contracts.obligations',
    where: { vendor: ['INVENTED0001'] },
    states: '$5 million',
  };
  const verdict = { claim } as unknown as Parameters<typeof commandOf>[0];
  expect(commandOf(verdict, { where: { vendor: ['THE VENDOR & CO'] }, whole: ['for detention'] })).toBe(
    "counterfoil check 'Examplecorp'\\''s contracts cost $5 million.' --figure contracts.obligations --where 'vendor=THE VENDOR & CO' --whole 'for detention' FILE…",
  );
});
