import { meaningful, tokens } from './tokens.ts';

/**
 * Puts the definitions that `sql` needs, at any depth, in front of it as a `with` clause. A name that `sql` itself
 * defines first stays what it makes of it.
 *
 * @param definitions name -> SELECT, each after those it names
 */
export function withDefinitions(sql: string, definitions: ReadonlyMap<string, string>): string {
  const own = namesDefined(sql);
  const needed = new Set<string>();
  const need = (text: string, shadowed: ReadonlySet<string>): void => {
    for (const name of namesRead(text)) {
      const select = definitions.get(name);
      if (select === undefined || needed.has(name) || shadowed.has(name)) continue;
      needed.add(name);
      need(select, new Set());
    }
  };
  need(sql, new Set(own));
  const parts = [...definitions]
    .filter(([name]) => needed.has(name) && !own.includes(name))
    .map(([name, select]) => `${name} as (\n${select}\n)`);
  if (parts.length === 0) return sql;
  const first = meaningful(tokens(sql))[0];
  if (first?.text.toLowerCase() !== 'with') return `with ${parts.join(',\n')}\n${sql}`;
  return `${sql.slice(0, first.start)}with ${parts.join(',\n')},\n${sql.slice(first.end).trimStart()}`;
}

/** The names after FROM and JOIN. */
export function namesRead(sql: string): string[] {
  const words = meaningful(tokens(sql));
  return words
    .filter((token, index) => token.kind === 'word' && /^(from|join)$/i.test(words[index - 1]?.text ?? ''))
    .map((token) => token.text);
}

/** The names of the queries in the `with` clause that `sql` begins with. */
function namesDefined(sql: string): string[] {
  const words = meaningful(tokens(sql));
  if (words[0]?.text.toLowerCase() !== 'with') return [];
  const names: string[] = [];
  let depth = 0;
  for (let index = 1; index < words.length; index++) {
    const text = words[index]?.text.toLowerCase();
    if (text === '(') depth += 1;
    else if (text === ')') {
      depth -= 1;
      if (depth === 0 && words[index + 1]?.text !== ',') break;
    } else if (depth === 0 && words[index + 1]?.text.toLowerCase() === 'as')
      names.push(words[index]?.text as string);
  }
  return names;
}

/** The queries of the `with` clause that `sql` begins with, in order, and what comes after it. */
export function splitWith(sql: string): { parts: { name: string; select: string }[]; rest: string } {
  const words = meaningful(tokens(sql));
  const parts: { name: string; select: string }[] = [];
  if (words[0]?.text.toLowerCase() !== 'with') return { parts, rest: sql };
  let index = 1;
  for (;;) {
    const [name, as, open] = words.slice(index, index + 3);
    if (!name || as?.text.toLowerCase() !== 'as' || open?.text !== '(') return { parts: [], rest: sql };
    let depth = 0;
    let end = index + 2;
    for (; end < words.length; end++) {
      if (words[end]?.text === '(') depth += 1;
      if (words[end]?.text === ')') depth -= 1;
      if (depth === 0) break;
    }
    const close = words[end];
    if (!close) return { parts: [], rest: sql };
    parts.push({ name: name.text, select: sql.slice(open.end, close.start).trim() });
    if (words[end + 1]?.text !== ',') return { parts, rest: sql.slice(close.end).trim() };
    index = end + 2;
  }
}
