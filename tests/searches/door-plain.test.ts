import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { sqlText } from '../../src/engine/sql-text.ts';
import { accountForms, federalPattern, rankPattern } from '../../src/kinds/searches/account-form.ts';
import {
  accountStages,
  digestSql,
  instantSql,
  stateSql,
  windowStages,
} from '../../src/kinds/searches/door.ts';

/** The door's expressions are made for speed. Here each is held to the plain one that it stands for, on made-up cells. */
let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => engine.close());

const values = (cells: readonly string[]) =>
  `(values ${cells.map((text, index) => `(${index}, ${sqlText(text)})`).join(', ')}) as given (n, c)`;

async function column(cells: readonly string[], sql: string): Promise<unknown[]> {
  return (await engine.query(`select cast(${sql} as varchar) as v from ${values(cells)} order by n`)).map(
    (row) => row['v'],
  );
}

/** `stages` one after the other, then `sql` over the last. */
async function staged(
  cells: readonly string[],
  stages: readonly Readonly<Record<string, string>>[],
  sql: string,
): Promise<unknown[]> {
  const from = stages.reduce(
    (inner, stage) =>
      `(select *, ${Object.entries(stage)
        .map(([name, text]) => `${text} as ${name}`)
        .join(', ')} from ${inner})`,
    values(cells),
  );
  return (await engine.query(`select cast(${sql} as varchar) as v from ${from} order by n`)).map(
    (row) => row['v'],
  );
}

const piece = fc.constantFrom(
  ...'***|* * *|*****|REDACTED|[redacted]| REDACTED |###|#|██|withheld|EXEMPT|7923.600 GC|gov code|none|N/A|na|-|--|x|XXX|0|test|.|null|unknown|TBD|8ABC123|25-1000|case|  | |\t|\u00a0|\u2014\u2014|stolen vehicle|ice|nones|tests|x1'.split(
    '|',
  ),
);
const cell = fc.oneof(
  piece,
  fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
  fc.string({ maxLength: 12 }).filter((text) => !text.includes('\0')),
);

const two = (n: number) => String(n).padStart(2, '0');
const stamp = fc
  .record({
    month: fc.integer({ min: 1, max: 13 }),
    day: fc.integer({ min: 1, max: 31 }),
    hour: fc.integer({ min: 0, max: 13 }),
    form: fc.constantFrom('padded', 'plain', 'iso', 'isoz', 'short', 'nozone', 'spaced', 'none'),
    half: fc.constantFrom('AM', 'PM'),
  })
  .map(({ month, day, hour, form, half }) => {
    const padded = `${two(month)}/${two(day)}/2025, ${two(hour)}:04:05 ${half}`;
    switch (form) {
      case 'padded':
        return `${padded} UTC`;
      case 'plain':
        return `${month}/${day}/2025, ${hour}:04:05 ${half} UTC`;
      case 'iso':
        return `2025-${two(month)}-${two(day)} ${two(hour)}:04:05.789`;
      case 'isoz':
        return `2025-${two(month)}-${two(day)}T${two(hour)}:04:05.901Z`;
      case 'short':
        return `${month}/${day}/2025 ${hour}:04`;
      case 'nozone':
        return padded;
      case 'spaced':
        return ` ${padded}  UTC `;
      default:
        return 'lookup';
    }
  });

it('reads the state of a cell as the two plain patterns do', async () => {
  const mask = String.raw`(?i)^\s*(\[?redact|#+\s*$|(\*\s+)+\**\s*$|\*{4,}\s*$|[█■▮]+|withheld|exempt|[0-9]{3,5}(\.[0-9]+)* ?(\([a-z0-9]\))* ?g\.?c\.?\s*$|gov(t|ernment)?\.? code)`;
  const blank = String.raw`(?i)^\s*(none|n/?a|-+|x|xxx|0|test|\.|null|unknown|tbd)?\s*$`;
  const plain = `case when c = '***' then 'masked-vendor' when regexp_matches(c, ${sqlText(mask)}) then 'masked-agency'
    when regexp_matches(c, ${sqlText(blank)}) then case when regexp_matches(c, '[!-~]') then 'placeholder' else 'empty' end else 'present' end`;
  const seen = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 200, maxLength: 300 }), async (cells) => {
      const found = await column(cells, stateSql('c', 'true'));
      for (const state of found) seen.add(state);
      expect(found).toEqual(await column(cells, plain));
    }),
    { numRuns: 10, endOnFailure: true },
  );
  expect([...seen].sort()).toEqual(['empty', 'masked-agency', 'masked-vendor', 'placeholder', 'present']);
});

it('reads both ends of a window as it reads each by itself', async () => {
  const window = fc
    .tuple(stamp, fc.constantFrom('\n', ' to ', '\r\n'), stamp)
    .map(([start, between, end]) => ({ text: `${start}${between}${end}`, start, end }));
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(window, { minLength: 100, maxLength: 200 }), async (windows) => {
      const stages = windowStages('c', { start: 'null', end: 'null', hasStart: 'false', hasEnd: 'false' });
      const texts = windows.map(({ text }) => text);
      for (const [name, part] of [
        ['frame_start', 'start'],
        ['frame_end', 'end'],
      ] as const) {
        const found = await staged(texts, stages, name);
        expect(found).toEqual(
          await column(
            windows.map((one) => one[part]),
            `coalesce(${instantSql('c', 'us')}, ${instantSql('trim(c)', 'us')})`,
          ),
        );
        read += found.filter((value) => value !== null).length;
      }
    }),
    { numRuns: 10, endOnFailure: true },
  );
  expect(read).toBeGreaterThan(200);
});

it('accepts as accounts what the patterns accept', async () => {
  const word = fc.constantFrom(
    'Example',
    'Sampleton',
    'of',
    'the',
    'St.',
    'El-Paso',
    'X',
    'Overlongnameofaplacethatgoesonandon',
    'jane',
    'Doe',
    '8ABC123',
  );
  const label = fc
    .record({
      lead: fc.constantFrom('', '', '', ' ', '[Federal] '),
      place: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
      code: fc.constantFrom('CA', 'TX', 'ZZ', ''),
      form: fc.constantFrom(
        'PD',
        'SO',
        'SP',
        'University PD',
        'ISD PD',
        'Police',
        'Border Patrol',
        'Doe',
        '',
      ),
      end: fc.constantFrom('', '', '', ' ', ' [Inactive]', ' (Sample County)', ' (LR)'),
    })
    .map(
      ({ lead, place, code, form, end }) => `${lead}${[place, code, form].filter(Boolean).join(' ')}${end}`,
    );
  const plain = `case when (${accountForms.map((form) => `regexp_matches(trim(c), ${sqlText(form)})`).join(' or ')}) and not regexp_matches(trim(c), ${sqlText(rankPattern)}) and (ascii(trim(c)) <> 91 or regexp_matches(trim(c), ${sqlText(federalPattern)})) then trim(c) end`;
  let accepted = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(label, { minLength: 200, maxLength: 300 }), async (labels) => {
      const [{ plain: plainLabel, rest }, last] = accountStages('c');
      const found = await staged(labels, [{ plain_label: plainLabel }, { other_label: rest }], last);
      expect(found).toEqual(await column(labels, plain));
      accepted += found.filter((value) => value !== null).length;
      refused += found.filter((value) => value === null).length;
    }),
    { numRuns: 15, endOnFailure: true },
  );
  expect(Math.min(accepted, refused)).toBeGreaterThan(100);
});

it('makes the digest that its plain form makes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 50, maxLength: 100 }), async (cells) => {
      expect(await column(cells, digestSql('c'))).toEqual(
        await column(cells, 'cast(md5_number_lower(c) >> 1 as bigint)'),
      );
    }),
    { numRuns: 5, endOnFailure: true },
  );
});
