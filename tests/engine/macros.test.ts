import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { macroExample, macrosReference } from '../../scripts/macros-reference.ts';
import { macros, renderMacros } from '../../src/engine/macros.ts';
import { sqlText } from '../../src/engine/sql-text.ts';
import { root } from '../support/root.ts';
import { duckdb } from './support/duckdb.ts';

test('docs/macros.md is what the code says: node scripts/macros-reference.ts', () => {
  expect(readFileSync(join(root, 'docs', 'macros.md'), 'utf8')).toBe(macrosReference());
});

const blank = String.raw`[\x{0009}-\x{000d}\x{0020}\x{0085}\x{00a0}\x{1680}\x{2000}-\x{200b}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}]`;
const javaBlank = blank.replaceAll(/\\x\{(....)\}/g, String.raw`\u$1`);

/** The exact text for each engine; written by hand, never from the program. */
const rendered: Readonly<Record<string, readonly [duckdb: string, trino: string]>> = {
  squash: [
    `nullif(trim(both ' ' from regexp_replace(a, '${blank}+', ' ', 'g')), '')`,
    `nullif(trim(both ' ' from regexp_replace(a, '${javaBlank}+', ' ')), '')`,
  ],
  trim: [
    `regexp_replace(a, '^${blank}+|${blank}+$', '', 'g')`,
    `regexp_replace(a, '^${javaBlank}+|${javaBlank}+$', '')`,
  ],
  fold: [
    `lower(translate(nullif(trim(both ' ' from regexp_replace(a, '${blank}+', ' ', 'g')), ''), '‘’ʼ\`´', ''''''''''''))`,
    `lower(translate(nullif(trim(both ' ' from regexp_replace(a, '${javaBlank}+', ' ')), ''), '‘’ʼ\`´', ''''''''''''))`,
  ],
  matches: ["regexp_matches(a, 'x+')", "regexp_like(a, 'x+')"],
  replace: ["regexp_replace(a, 'x+', 'y', 'g')", "regexp_replace(a, 'x+', 'y')"],
  extract: ["nullif(regexp_extract(a, '(x+)', 1), '')", "nullif(regexp_extract(a, '(x+)', 1), '')"],
  date_of: [
    "cast(case when regexp_matches(a, '^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$') then try_strptime(a, '%Y-%m-%d') end as date)",
    "try(cast(case when regexp_like(a, '^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$') then date_parse(a, '%Y-%m-%d') end as date))",
  ],
  month_of: ["strftime(a, '%Y-%m')", "date_format(a, '%Y-%m')"],
  iso_date: ["strftime(a, '%Y-%m-%d')", "date_format(a, '%Y-%m-%d')"],
  md5: ['md5(a)', 'lower(to_hex(md5(to_utf8(a))))'],
  edit_distance: [
    "levenshtein(regexp_replace(a, '[^ -~]', '?', 'g'), regexp_replace(b, '[^ -~]', '?', 'g'))",
    "levenshtein_distance(regexp_replace(a, '[^ -~]', '?'), regexp_replace(b, '[^ -~]', '?'))",
  ],
  hours_since_1970: [
    "date_diff('hour', timestamp '1970-01-01 00:00:00', a)",
    "date_diff('hour', timestamp '1970-01-01 00:00:00', date_trunc('hour', a))",
  ],
  one_of: ["cast('b' as enum('a', 'b'))", "cast('b' as varchar)"],
  bits_at: [
    '((cast(a as bigint) >> 5) & 7)',
    'bitwise_and(bitwise_right_shift_arithmetic(cast(a as bigint), 5), 7)',
  ],
  bit_or: ['bit_or(cast(a as bigint))', 'bitwise_or_agg(cast(a as bigint))'],
  money: [
    "case when regexp_matches(a, '^[-+]?[0-9]+([.][0-9]+)?$') then try_cast(a as decimal(38, 2)) end",
    "case when regexp_like(a, '^[-+]?[0-9]+([.][0-9]+)?$') then try_cast(a as decimal(38, 2)) end",
  ],
};

test.each(Object.entries(rendered))('@%s becomes', (name, [onDuckdb, onTrino]) => {
  expect(renderMacros(macroExample(name), 'duckdb')).toBe(onDuckdb);
  expect(renderMacros(macroExample(name), 'trino')).toBe(onTrino);
});

test('no macro leaves a macro in its text, and every one has a test of its meaning', () => {
  for (const name of Object.keys(macros)) {
    expect(renderMacros(macroExample(name), 'trino')).not.toContain('@');
    expect(
      meanings.some(([sql]) => sql.includes(`@${name}(`)),
      `no meaning of @${name} is tested`,
    ).toBe(true);
  }
});

const nb = '\u00a0';

/** SQL, and the value that DuckDB gives. */
const meanings: readonly (readonly [sql: string, value: unknown])[] = [
  ['(select @bit_or(n) from (values (1), (4), (5), (null)) as v (n))', 5],
  ['(select @bit_or(n) from (values (1)) as v (n) where n > 1)', null],
  ["@hours_since_1970(timestamp '1970-01-02 01:00:00')", 25],
  ["@hours_since_1970(timestamp '1970-01-02 01:59:59')", 25],
  ["@hours_since_1970(timestamp '1969-12-31 23:00:00')", -1],
  ['@hours_since_1970(null)', null],
  ["@one_of('b', 'a|b')", 'b'],
  ["case when 1 > 2 then @one_of('b', 'a|b') end", null],
  ['@bits_at(0, 0, 1)', 0],
  ['@bits_at(255, 4, 3)', 7],
  ['@bits_at(4611686018427387904, 62, 1)', 1],
  ['@bits_at(4611686018427387903, 0, 62)', '4611686018427387903'],
  ['@bits_at(null, 3, 4)', null],
  ['@squash(null)', null],
  ["@squash('')", null],
  [`@squash(${sqlText(` ${nb}\t\n\u2007\u202f\ufeff`)})`, null],
  [`@squash(${sqlText(`${nb} Palm${nb}${nb}Beach\nCounty \u2003`)})`, 'Palm Beach County'],
  [`@squash(${sqlText('a\u000bb\u3000c')})`, 'a b c'],
  ['@trim(null)', null],
  ["@trim('')", ''],
  [`@trim(${sqlText(`${nb}\t a ${nb} b \r\n`)})`, `a ${nb} b`],
  ['@fold(null)', null],
  ["@fold('  ')", null],
  [
    `@fold(${sqlText(` Osterhollow${nb} County  Sheriff’s OFFICE\n`)})`,
    "osterhollow county sheriff's office",
  ],
  [`@fold(${sqlText('‘a’ʼb`c´')})`, "'a''b'c'"],
  [`@fold(${sqlText('DOÑA ANA')})`, 'doña ana'],
  ["@matches(null, 'a')", null],
  ["@matches('', 'a')", false],
  [`@matches(${sqlText(`x${nb}a`)}, 'a$')`, true],
  ["@replace(null, 'a', 'b')", null],
  ["@replace('', 'a', 'b')", ''],
  [`@replace(${sqlText(`a${nb}a’a`)}, 'a', 'b')`, `b${nb}b’b`],
  ["@extract(null, '(a)', 1)", null],
  ["@extract('', '(a)', 1)", null],
  ["@extract('xyz', '(a)', 1)", null],
  ["@extract('xay', 'x(a)?', 1)", 'a'],
  ["@extract('xy', 'x(a)?y', 1)", null],
  ["@date_of(null, '%Y-%m-%d')", null],
  ["@date_of('', '%Y-%m-%d')", null],
  ["@date_of('2026-01-26', '%Y-%m-%d')", '2026-01-26'],
  ["@date_of('1/6/2026', '%m/%d/%Y')", '2026-01-06'],
  ["@date_of('2026-02-30', '%Y-%m-%d')", null],
  ["@date_of('05/082025', '%m/%d/%Y')", null],
  ["@date_of('26-1-26', '%Y-%m-%d')", null],
  ["@date_of(' 2026-01-26', '%Y-%m-%d')", null],
  ["@date_of('2026-01-26 and more', '%Y-%m-%d')", null],
  [`@date_of(${sqlText(`2026-01-26${nb}`)}, '%Y-%m-%d')`, null],
  ['@month_of(cast(null as date))', null],
  ["@month_of(date '2026-01-26')", '2026-01'],
  ["@hour_of(@in_zone(timestamp '2026-01-15 03:30:00', 'America/New_York'))", 22],
  ["@hour_of(@in_zone(timestamp '2026-07-15 03:30:00', 'America/New_York'))", 23],
  ["@hour_of(@in_zone(cast(null as timestamp), 'UTC'))", null],
  ['@iso_date(cast(null as date))', null],
  ["@iso_date(date '0099-01-05')", '0099-01-05'],
  ['@county_key(null)', null],
  ["@county_key('')", null],
  [`@county_key(${sqlText(`St.${nb}Johns  County `)})`, 'stjohns'],
  ["@county_key('SAINT JOHNS')", 'stjohns'],
  ["@county_key('Ste. Genevieve County')", 'stgenevieve'],
  [`@county_key(${sqlText('Prince George’s County')})`, 'princegeorges'],
  ["@county_key('Lake Conty')", 'lake'],
  ["@county_key('Baltimore city')", 'baltimorecity'],
  ['@md5(null)', null],
  ["@md5('')", 'd41d8cd98f00b204e9800998ecf8427e'],
  ["@md5('’')", 'c8ecbdff2f7ba7f19f6a9bde2d54001c'],
  ['@edit_distance(null, null)', null],
  ["@edit_distance('', 'ab')", 2],
  ["@edit_distance('frankin', 'franklin')", 1],
  ['@money(null)', null],
  ["@money('')", null],
  [`@money(${sqlText(nb)})`, null],
  ["@money('0')", '0.00'],
  ["@money('-1.5')", '-1.50'],
  ["@money('1.005')", '1.01'],
  ["@money('-1.005')", '-1.01'],
  ["@money('6770024253.93')", '6770024253.93'],
  ["@money('99999999999999999999999999999999999.99')", '99999999999999999999999999999999999.99'],
  ["@money('1e3')", null],
  ["@money('1_000')", null],
  ["@money('1,000')", null],
  ["@money('$5')", null],
  ["@money(' 5')", null],
  ["@money('5.')", null],
  ["@money('.5')", null],
];

test.each(meanings)('%s', async (sql, value) => {
  const [row] = await (await duckdb()).query(`select ${sql} as value`);
  expect(row?.['value']).toEqual(value);
});

describe('faults in the use of a macro name the line', () => {
  test.each([
    ['select\n@nothing(a)', /line 2: there is no macro @nothing/],
    ['select @fold(a,\nb)', /line 1: @fold takes 1 arguments, not 2/],
    ['select @fold', /line 1: a macro is followed by its arguments/],
    ['select @fold(a', /line 1: the arguments of a macro are not closed/],
  ])('%s', (sql, message) => {
    expect(() => renderMacros(sql, 'duckdb')).toThrow(message);
  });
  test('an @ inside a text is text', () => {
    expect(renderMacros("select '@fold(a)' as b", 'duckdb')).toBe("select '@fold(a)' as b");
  });
  test('macros in macros are rendered', () => {
    expect(renderMacros("@matches(@iso_date(a), 'x')", 'trino')).toBe(
      "regexp_like(date_format(a, '%Y-%m-%d'), 'x')",
    );
  });
});
