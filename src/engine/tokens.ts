/** A piece of SQL text. `start` and `end` are offsets, `line` is 1-based. */
export interface Token {
  kind: 'space' | 'comment' | 'text' | 'quoted' | 'number' | 'word' | 'macro' | 'sign';
  text: string;
  start: number;
  end: number;
  line: number;
}

const patterns: [Token['kind'], RegExp][] = [
  ['space', /\s+/y],
  ['comment', /--[^\n]*/y],
  ['text', /'(?:[^']|'')*'/y],
  ['quoted', /"(?:[^"]|"")*"/y],
  ['number', /\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy],
  ['macro', /@[a-z_][a-z0-9_]*/iy],
  ['word', /[a-z_][a-z0-9_]*/iy],
  ['sign', /<>|<=|>=|\|\||!=|::|->>?|=>|[-+*/%=<>(),.;[\]{}:?^&|~!$#\\`]/y],
];

/** Cuts SQL text into tokens; together they are the text again. Throws on a character that SQL does not use. */
export function tokens(sql: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  let line = 1;
  while (at < sql.length) {
    const token = tokenAt(sql, at, line);
    found.push(token);
    for (const character of token.text) if (character === '\n') line += 1;
    at = token.end;
  }
  return found;
}

/** The tokens that mean something: no white space, no comments. */
export function meaningful(all: readonly Token[]): Token[] {
  return all.filter((token) => token.kind !== 'space' && token.kind !== 'comment');
}

function tokenAt(sql: string, at: number, line: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(sql)?.[0];
    if (text) return { kind, text, start: at, end: at + text.length, line };
  }
  throw new Error(`line ${line}: no SQL token starts with ${JSON.stringify(sql[at])}`);
}
