import { type Token, tokens } from './tokens.ts';

/** The engines that a macro is written for. */
export type Dialect = 'duckdb' | 'trino';

interface Macro {
  arguments: number;
  /** What it gives, for the docs; one line. */
  gives: string;
  duckdb: (...parts: string[]) => string;
  trino: (...parts: string[]) => string;
}

/** White space, written out: what \s means differs between engines, and so does what a bare trim takes off. */
const blankCodes = [
  '0009-000d',
  '0020',
  '0085',
  '00a0',
  '1680',
  '2000-200b',
  '2028',
  '2029',
  '202f',
  '205f',
  '3000',
  'feff',
];
const blankOf = (code: (digits: string) => string) =>
  `[${blankCodes.map((range) => range.split('-').map(code).join('-')).join('')}]`;
const duckBlank = blankOf((digits) => `\\x{${digits}}`);
const trinoBlank = blankOf((digits) => `\\u${digits}`);
const countyWords = String.raw`'\b(county|conty|countey|parish|borough|census area|municipality|municipio)\b'`;
const saint = String.raw`'\b(saint|ste?)\b\.?'`;
/** `\\b` between ASCII letters, as RE2 means it: Java's expressions count all letters. */
const wordEdge = '(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))';
const javaPattern = (pattern = '') =>
  pattern.replace(/\\(.)/g, (both, sign) => (sign === 'b' ? wordEdge : both));
/** Distances count bytes on one engine and characters on the other: a character beyond ASCII is made one sign first. */
const plainLetters = (text = '') => `@replace(${text}, '[^ -~]', '?')`;
/** The number whose lowest bits, so many as are said, are set; as SQL. */
const bitMask = (width = '') => {
  if (!/^[1-9][0-9]?$/.test(width) || Number(width) > 62) throw new Error(`not a number of bits: ${width}`);
  return String(2n ** BigInt(width) - 1n);
};
/** The words of a list in one literal, each as a literal. */
const listed = (list: string) => {
  if (!/^'[^']+'$/.test(list)) throw new Error(`not a list of words: ${list}`);
  return list
    .slice(1, -1)
    .split('|')
    .map((word) => `'${word}'`);
};
const amount = `'^[-+]?[0-9]+([.][0-9]+)?$'`;
const apostrophes = '‘’ʼ`´';

/**
 * The few functions that engines spell differently. In a model they are written `@name(…)`; patterns are the common
 * part of RE2 and Java's regular expressions. Arguments that are patterns or formats must be text literals.
 */
export const macros: Readonly<Record<string, Macro>> = {
  squash: {
    arguments: 1,
    gives:
      'text with every run of white space (no-break spaces too) made one blank, and none at the ends; null where nothing is left',
    duckdb: (text) => `nullif(trim(both ' ' from regexp_replace(${text}, '${duckBlank}+', ' ', 'g')), '')`,
    trino: (text) => `nullif(trim(both ' ' from regexp_replace(${text}, '${trinoBlank}+', ' ')), '')`,
  },
  trim: {
    arguments: 1,
    gives: 'text without white space (no-break spaces too) at its ends',
    duckdb: (text) => `regexp_replace(${text}, '^${duckBlank}+|${duckBlank}+$', '', 'g')`,
    trino: (text) => `regexp_replace(${text}, '^${trinoBlank}+|${trinoBlank}+$', '')`,
  },
  fold: {
    arguments: 1,
    gives: 'text for comparing: squashed, lower case, one kind of apostrophe',
    duckdb: foldSql,
    trino: foldSql,
  },
  matches: {
    arguments: 2,
    gives: 'whether the pattern is found anywhere in the text',
    duckdb: (text, pattern) => `regexp_matches(${text}, ${pattern})`,
    trino: (text, pattern) => `regexp_like(${text}, ${javaPattern(pattern)})`,
  },
  replace: {
    arguments: 3,
    gives: 'the text with every match of the pattern replaced by plain text',
    duckdb: (text, pattern, by) => `regexp_replace(${text}, ${pattern}, ${by}, 'g')`,
    trino: (text, pattern, by) => `regexp_replace(${text}, ${javaPattern(pattern)}, ${by})`,
  },
  extract: {
    arguments: 3,
    gives: 'the given group of the first match, null without a match',
    duckdb: (text, pattern, group) => `nullif(regexp_extract(${text}, ${pattern}, ${group}), '')`,
    trino: (text, pattern, group) => `nullif(regexp_extract(${text}, ${javaPattern(pattern)}, ${group}), '')`,
  },
  date_of: {
    arguments: 2,
    gives: "the date that the whole text is in the format ('%Y-%m-%d' or '%m/%d/%Y'), else null",
    duckdb: (text, format) =>
      `cast(case when regexp_matches(${text}, ${formatPattern(format)}) then try_strptime(${text}, ${format}) end as date)`,
    trino: (text, format) =>
      `try(cast(case when regexp_like(${text}, ${formatPattern(format)}) then date_parse(${text}, ${trinoFormat(format)}) end as date))`,
  },
  month_of: {
    arguments: 1,
    gives: "the month of a date as text, '2026-01'",
    duckdb: (date) => `strftime(${date}, '%Y-%m')`,
    trino: (date) => `date_format(${date}, '%Y-%m')`,
  },
  iso_date: {
    arguments: 1,
    gives: "a date as text, '2026-01-26'",
    duckdb: (date) => `strftime(${date}, '%Y-%m-%d')`,
    trino: (date) => `date_format(${date}, '%Y-%m-%d')`,
  },
  in_zone: {
    arguments: 2,
    gives: 'the local time in a named time zone of a timestamp that is meant in UTC',
    duckdb: (instant, zone) => `timezone(${zone}, timezone('UTC', ${instant}))`,
    trino: (instant, zone) => `cast(at_timezone(with_timezone(${instant}, 'UTC'), ${zone}) as timestamp(6))`,
  },
  hour_of: {
    arguments: 1,
    gives: 'the hour of the day of a timestamp, 0 to 23',
    duckdb: (time) => `cast(hour(${time}) as integer)`,
    trino: (time) => `cast(hour(${time}) as integer)`,
  },
  hours_since_1970: {
    arguments: 1,
    gives: 'hours begun from 1970-01-01 00:00 to a timestamp',
    duckdb: (time) => `date_diff('hour', timestamp '1970-01-01 00:00:00', ${time})`,
    trino: (time) => `date_diff('hour', timestamp '1970-01-01 00:00:00', date_trunc('hour', ${time}))`,
  },
  one_of: {
    arguments: 2,
    gives:
      "a word of a closed list ('a|b|c'), both literals; written as an enumeration where the engine has them, which costs a fifth of a text",
    duckdb: (word, list = '') => `cast(${word} as enum(${listed(list).join(', ')}))`,
    trino: (word) => `cast(${word} as varchar)`,
  },
  bits_at: {
    arguments: 3,
    gives:
      'the number that stands in a number, from a bit on (the lowest is 0) and so many bits wide; both are literals',
    duckdb: (number, from, width) => `((cast(${number} as bigint) >> ${from}) & ${bitMask(width)})`,
    trino: (number, from, width) =>
      `bitwise_and(bitwise_right_shift_arithmetic(cast(${number} as bigint), ${from}), ${bitMask(width)})`,
  },
  bit_or: {
    arguments: 1,
    gives:
      'over the rows of a group, the number with every bit that is set in one of them; null without a row',
    duckdb: (bits) => `bit_or(cast(${bits} as bigint))`,
    trino: (bits) => `bitwise_or_agg(cast(${bits} as bigint))`,
  },
  county_key: {
    arguments: 1,
    gives:
      'a county as it is compared: folded, without the word for its kind, saint spelled one way, letters only ("city" stays)',
    duckdb: (text) =>
      `@replace(@replace(@replace(@fold(${text}), ${countyWords}, ''), ${saint}, 'st'), '[^a-z]+', '')`,
    trino: (text) =>
      `@replace(@replace(@replace(@fold(${text}), ${countyWords}, ''), ${saint}, 'st'), '[^a-z]+', '')`,
  },
  md5: {
    arguments: 1,
    gives: 'the MD5 of a text as 32 hexadecimal digits',
    duckdb: (text) => `md5(${text})`,
    trino: (text) => `lower(to_hex(md5(to_utf8(${text}))))`,
  },
  edit_distance: {
    arguments: 2,
    gives:
      'Levenshtein distance of two texts; all characters beyond printable ASCII count as one and the same',
    duckdb: (a, b) => `levenshtein(${plainLetters(a)}, ${plainLetters(b)})`,
    trino: (a, b) => `levenshtein_distance(${plainLetters(a)}, ${plainLetters(b)})`,
  },
  money: {
    arguments: 1,
    gives:
      'the text as an amount with two decimals (digits, a sign, a point; a third decimal is rounded half up), else null',
    duckdb: (text) =>
      `case when regexp_matches(${text}, ${amount}) then try_cast(${text} as decimal(38, 2)) end`,
    trino: (text) => `case when regexp_like(${text}, ${amount}) then try_cast(${text} as decimal(38, 2)) end`,
  },
};

function foldSql(text = ''): string {
  return `lower(translate(@squash(${text}), '${apostrophes}', ${sqlQuotes(apostrophes.length)}))`;
}

function sqlQuotes(count: number): string {
  return `'${"''".repeat(count)}'`;
}

/** The pattern of whole texts in a format: engines differ in what they let pass around and between the numbers. */
function formatPattern(format: string): string {
  const digits: Record<string, string> = { '%Y': '[0-9]{4}', '%p': '([AaPp][Mm])' };
  const pattern = format
    .slice(1, -1)
    .replace(
      /%[A-Za-z]|[.+*?()|[\]{}^$]/g,
      (part) => digits[part] ?? (part.startsWith('%') ? '[0-9]{1,2}' : `\\${part}`),
    );
  return `'^${pattern}$'`;
}

function trinoFormat(format: string): string {
  return format.replaceAll('%M', '%i').replaceAll('%S', '%s');
}

/**
 * Renders every macro in `sql` for an engine; all else stays as it is.
 *
 * @throws Error naming the line, for an unknown macro or a wrong number of arguments
 */
export function renderMacros(sql: string, dialect: Dialect): string {
  return sql.includes('@') ? render(tokens(sql), dialect) : sql;
}

function render(parts: readonly Token[], dialect: Dialect): string {
  let out = '';
  for (let index = 0; index < parts.length; index++) {
    const token = parts[index] as Token;
    if (token.kind !== 'macro') {
      out += token.text;
      continue;
    }
    const macro = macros[token.text.slice(1)];
    if (!macro) throw new Error(`line ${token.line}: there is no macro ${token.text}`);
    const { list, end } = argumentsAt(parts, index + 1);
    if (list.length !== macro.arguments) {
      throw new Error(
        `line ${token.line}: ${token.text} takes ${macro.arguments} arguments, not ${list.length}`,
      );
    }
    out += renderMacros(macro[dialect](...list.map((part) => render(part, dialect).trim())), dialect);
    index = end;
  }
  return out;
}

/** The argument list that opens at `from`: its parts, and the index of its closing parenthesis. */
function argumentsAt(parts: readonly Token[], from: number): { list: Token[][]; end: number } {
  if (parts[from]?.text !== '(')
    throw new Error(`line ${parts[from - 1]?.line}: a macro is followed by its arguments`);
  const list: Token[][] = [[]];
  let depth = 0;
  for (let index = from; index < parts.length; index++) {
    const token = parts[index] as Token;
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (depth === 0) return { list, end: index };
    if (depth === 1 && token.text === ',') list.push([]);
    else if (index > from) list.at(-1)?.push(token);
  }
  throw new Error(`line ${parts[from]?.line}: the arguments of a macro are not closed`);
}
