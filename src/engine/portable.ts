import { Cursor, type NotPortable, shown, Unreadable } from './portable-cursor.ts';
import { expression, nameOf, orderBy } from './portable-expression.ts';
import { meaningful, type Token, tokens } from './tokens.ts';

export type { NotPortable } from './portable-cursor.ts';

/**
 * Reads SQL text as the portable subset: what DuckDB and Trino (435 and later) understand alike, with macros. The
 * grammar and the lists of functions and types are what is allowed; everything else is refused.
 *
 * @returns what is not in the subset, in order of lines; empty where the text is portable
 */
export function checkPortable(sql: string): NotPortable[] {
  let all: Token[];
  try {
    all = meaningful(tokens(sql));
  } catch (error) {
    const message = (error as Error).message;
    return [
      { line: Number(/^line (\d+)/.exec(message)?.[1] ?? 1), what: message.replace(/^line \d+: /, '') },
    ];
  }
  const cursor = new Cursor(all);
  try {
    query(cursor);
    if (cursor.peek()) cursor.stop(`${shown(cursor.peek())} is not read here`);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  return cursor.found.sort((a, b) => a.line - b.line);
}

/** A query with what may stand around it: `with`, set operations, `order by`, `limit`. */
function query(c: Cursor): void {
  const names = new Set<string>();
  c.named.push(names);
  if (c.take('with')) {
    do {
      const token = c.next();
      names.add(nameOf(c, token));
      c.expect('as');
      c.expect('(');
      query(c);
      c.expect(')');
    } while (c.take(','));
  }
  term(c);
  while (c.is('union') || c.is('except') || c.is('intersect')) {
    if (c.next().text.toLowerCase() === 'union') c.take('all');
    term(c);
  }
  const ordered = c.is('order', 'by');
  if (ordered) orderBy(c, query);
  const limit = c.peek();
  if (c.take('limit')) {
    if (!ordered) c.refuse('limit without order by takes other rows each time', limit);
    if (c.next().kind !== 'number') c.refuse('limit is a number', limit);
  }
  c.named.pop();
}

function term(c: Cursor): void {
  if (c.take('(')) {
    query(c);
    c.expect(')');
  } else if (c.is('values')) values(c);
  else select(c);
}

function values(c: Cursor): void {
  c.expect('values');
  do {
    c.expect('(');
    do expression(c, query);
    while (c.take(','));
    c.expect(')');
  } while (c.take(','));
}

interface Item {
  alias: string | undefined;
  /** Where its columns begin and end in the cursor's list. */
  from: number;
  to: number;
}

function select(c: Cursor): void {
  c.expect('select');
  if (c.take('distinct') && c.is('on')) c.stop('distinct on is of one engine only');
  const items: Item[] = [];
  let star: Token | undefined;
  do {
    const token = c.peek();
    const from = c.columns.length;
    if (c.take('*')) star = token;
    else if (c.peek(1)?.text === '.' && c.peek(2)?.text === '*') {
      nameOf(c, c.next());
      c.take('.', '*');
    } else expression(c, query);
    const alias = c.take('as') ? aliasOf(c) : undefined;
    items.push({ alias, from, to: c.columns.length });
  } while (c.take(','));
  const select = c.columns.length;
  const named = c.take('from') ? tables(c) : true;
  if (star && !named)
    c.refuse('* is of a query named in with or in parentheses; of a table name the columns', star);
  const conditions = c.columns.length;
  if (c.take('where')) expression(c, query);
  if (c.take('group', 'by')) {
    do expression(c, query);
    while (c.take(','));
  }
  if (c.take('having')) expression(c, query);
  refuseAliasesInside(c, items, select, conditions);
}

function aliasOf(c: Cursor): string {
  const token = c.next();
  if (token.kind === 'quoted' && token.text === '"row"') return 'row';
  return nameOf(c, token);
}

/** Reads the tables of a FROM. Returns whether there is one only, and that a query of this text. */
function tables(c: Cursor): boolean {
  let own = table(c);
  for (;;) {
    if (c.is(',')) c.stop('tables with a comma between them: write join, or cross join');
    if (c.take('cross', 'join')) table(c);
    else if (c.take('join') || c.take('inner', 'join') || outer(c)) {
      table(c);
      c.expect('on');
      expression(c, query);
    } else return own;
    own = false;
  }
}

function outer(c: Cursor): boolean {
  for (const side of ['left', 'right', 'full']) {
    if (c.take(side, 'join') || c.take(side, 'outer', 'join')) return true;
  }
  return false;
}

function table(c: Cursor): boolean {
  let own = true;
  if (c.take('(')) {
    query(c);
    c.expect(')');
  } else {
    const token = c.next();
    const name = nameOf(c, token);
    if (c.is('(')) c.stop(`${token.text}(…) as a table is of one engine only`);
    if (c.is('.')) c.stop('tables have one name, without a schema');
    own = c.named.some((names) => names.has(name));
  }
  if (c.take('as')) {
    nameOf(c, c.next());
    if (c.take('(')) {
      do aliasOf(c);
      while (c.take(','));
      c.expect(')');
    }
  }
  return own;
}

/**
 * One engine lets an expression's new name be used in the same SELECT. It is refused where the name is not also a
 * column that the expression itself uses.
 */
function refuseAliasesInside(c: Cursor, items: readonly Item[], select: number, conditions: number): void {
  for (const item of items) {
    const inside = c.columns.slice(item.from, item.to);
    if (item.alias === undefined || inside.some((use) => use.name === item.alias)) continue;
    const later = [...c.columns.slice(item.to, select), ...c.columns.slice(conditions)];
    const used = later.find((use) => use.bare && use.name === item.alias);
    if (used)
      c.found.push({
        line: used.line,
        what: `${item.alias} is named in this same select: write the expression, or a query around it`,
      });
  }
}
