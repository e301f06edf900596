import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notApplicable } from '../../src/site/page-kind.ts';
import { anchorOf, file, paths, relative } from '../../src/site/paths.ts';
import { csvTwin } from '../../src/site/twins.ts';

test('CSV reads back as it was, formulas aside', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('a,b', 'say "x"', 'line\r\nbreak', ' pad '),
    fc.integer(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const read = parse(csvTwin({ columns: ['a', 'b'], rows }), { bom: false }) as string[][];
      expect(read[0]).toEqual(['a', 'b']);
      const written = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
      expect(read.slice(1).map((row) => row.map((value) => value.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
        written.map((row) => row.map((value) => value.replace(/^'(?=[=+\-@\t\r])/, ''))),
      );
    }),
  );
});

test('a cell that a spreadsheet would run gets an apostrophe, a number does not', () => {
  const text = csvTwin({ columns: ['a'], rows: [['=1+1'], ['@x'], ['-5'], ['-5.25'], ['+cmd'], [-3]] });
  expect(text).toBe("a\r\n'=1+1\r\n'@x\r\n-5\r\n-5.25\r\n'+cmd\r\n-3\r\n");
});

test.each([
  ['', 'style.css', 'style.css'],
  ['states/FL', 'style.css', '../../style.css'],
  ['states/FL', 'states/index.html', '../index.html'],
  ['states/FL', 'states/GA/index.html#x', '../GA/index.html#x'],
  ['a/b', 'a/b/index.html#y', 'index.html#y'],
  ['a', 'x y/100%/index.html', '../x%20y/100%25/index.html'],
])('from %j to %s it is %s', (from, to, expected) => {
  expect(relative(from, to)).toBe(expected);
});

test('a name that no file system takes is cut, and stays apart from its likes', () => {
  const [one, other] = ['a', 'b'].map((end) => paths.agency(`fl-${'x'.repeat(300)}${end}`));
  expect(one).not.toBe(other);
  expect(one?.length).toBeLessThan(140);
  expect(file(paths.home)).toBe('index.html');
  expect(anchorOf('state', 'a b"<')).toBe('state-a-b-');
});

test('empty measured cells say why: not available or not applicable, by name where a row measures several things', () => {
  const table = { columns: ['name', 'ceiling', 'obligation'], rows: [] };
  const rows = [
    ['a', '1.00', 0],
    ['b', null, '5.00'],
    ['c', notApplicable, undefined],
  ];
  expect(csvTwin({ ...table, measured: ['ceiling', 'obligation'], rows })).toBe(
    'name,ceiling,obligation,status\r\na,1.00,0,\r\nb,,5.00,ceiling: x\r\nc,,,ceiling: z; obligation: x\r\n',
  );
  expect(csvTwin({ ...table, measured: ['ceiling'], rows })).toBe(
    'name,ceiling,obligation,status\r\na,1.00,0,\r\nb,,5.00,x\r\nc,,,z\r\n',
  );
  expect(() => csvTwin({ ...table, measured: ['cieling'], rows })).toThrow('measured');
});
