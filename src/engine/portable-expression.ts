import { macros } from './macros.ts';
import { type Cursor, shown } from './portable-cursor.ts';
import {
  functions,
  patternArguments,
  patternFault,
  quotedNames,
  reserved,
  traps,
  types,
} from './portable-words.ts';
import type { Token } from './tokens.ts';

/** What is known of an expression without knowing the tables. */
interface Known {
  /** Surely a double, so that a division by it or of it is no integer division. */
  double: boolean;
}

const unknown: Known = { double: false };
const comparisons = ['=', '<>', '!=', '<', '<=', '>', '>='];

/** Reads one expression. `query` reads a query in parentheses, up to its closing one. */
export function expression(c: Cursor, query: (c: Cursor) => void): Known {
  const all = (): Known => list(() => conjunction(), 'or');
  const conjunction = (): Known => list(() => negation(), 'and');
  const list = (part: () => Known, word: string): Known => {
    const first = part();
    if (!c.is(word)) return first;
    while (c.take(word)) part();
    return unknown;
  };
  const negation = (): Known => {
    if (c.take('not')) {
      negation();
      return unknown;
    }
    return predicate();
  };

  const predicate = (): Known => {
    const left = sum();
    const sign = comparisons.find((one) => c.is(one));
    if (sign !== undefined) {
      c.take(sign);
      sum();
      return unknown;
    }
    if (c.take('is')) {
      c.take('not');
      if (c.take('distinct')) {
        c.expect('from');
        sum();
      } else c.expect('null');
      return unknown;
    }
    const negated = c.take('not');
    if (c.take('between')) {
      sum();
      c.expect('and');
      sum();
    } else if (c.take('like')) {
      sum();
      if (c.take('escape')) sum();
    } else if (c.take('in')) {
      c.expect('(');
      if (c.is('select') || c.is('with')) query(c);
      else commas(all);
      c.expect(')');
    } else if (negated) c.stop(`not ${shown(c.peek())} is not read`);
    else return left;
    return unknown;
  };

  const commas = (part: () => unknown): number => {
    let count = 1;
    part();
    while (c.take(',')) {
      part();
      count += 1;
    }
    return count;
  };

  const sum = (): Known => {
    let known = product();
    const signs = new Set<string>();
    for (let sign = c.peek(); c.is('+') || c.is('-') || c.is('||'); sign = c.peek()) {
      signs.add(sign?.text === '||' ? '||' : '+');
      if (signs.size > 1) c.refuse('|| and + or - side by side bind differently: write parentheses');
      c.next();
      const right = product();
      known = { double: known.double || right.double };
    }
    return known;
  };

  const product = (): Known => {
    let known = unary();
    while (c.is('*') || c.is('/') || c.is('%')) {
      const sign = c.next();
      if (sign.text === '/' && c.is('/')) c.stop('// is division of one engine only');
      const right = unary();
      if (sign.text === '/' && !known.double && !right.double)
        c.refuse(
          '/ cuts off, rounds or widens differently on each engine: cast one side to double, or keep both parts',
          sign,
        );
      known = { double: known.double || right.double };
    }
    return known;
  };

  const unary = (): Known => (c.take('-') ? unary() : primary());

  const primary = (): Known => {
    const token = c.next();
    if (token.kind === 'number') return { double: /e/i.test(token.text) };
    if (token.kind === 'text') return unknown;
    if (token.kind === 'macro') return macro(token);
    if (token.kind === 'quoted') return column(quotedName(token), token);
    if (token.text === '(') return parenthesis();
    if (token.kind !== 'word') c.stop(`${token.text} is no part of portable SQL`);
    const word = token.text.toLowerCase();
    switch (word) {
      case 'null':
      case 'true':
      case 'false':
        return unknown;
      case 'case':
        return caseOf();
      case 'cast':
      case 'try_cast':
        if (word === 'try_cast')
          c.refuse(
            'try_cast reads other texts on each engine (.5, Infinity): write @money or @date_of',
            token,
          );
        return castOf();
      case 'exists':
        c.expect('(');
        query(c);
        c.expect(')');
        return unknown;
      case 'trim':
        return trimOf(token);
      default:
    }
    if (c.peek()?.kind === 'text') {
      if (word === 'date' || word === 'timestamp') {
        c.next();
        return unknown;
      }
      c.stop(`${token.text} before a text is no part of portable SQL`);
    }
    if (c.is('(')) return call(word, token);
    return column(nameOf(c, token), token);
  };

  const parenthesis = (): Known => {
    if (c.is('select') || c.is('with')) {
      query(c);
      c.expect(')');
      return unknown;
    }
    const known = all();
    if (c.is(',')) c.stop('rows as values are not on every engine');
    c.expect(')');
    return known;
  };

  const caseOf = (): Known => {
    if (!c.is('when')) all();
    while (c.take('when')) {
      all();
      c.expect('then');
      all();
    }
    if (c.take('else')) all();
    c.expect('end');
    return unknown;
  };

  const castOf = (): Known => {
    c.expect('(');
    all();
    c.expect('as');
    const type = c.next();
    const name = type.text.toLowerCase();
    if (!types.has(name)) c.refuse(`${type.text} is a type of one engine only`, type);
    if (c.take('(')) {
      if (name !== 'decimal') c.refuse(`a length of ${type.text} means something on one engine only`, type);
      commas(() => c.next());
      c.expect(')');
    } else if (name === 'decimal')
      c.refuse('decimal without its two numbers is another type on each engine', type);
    c.expect(')');
    return { double: name === 'double' };
  };

  const trimOf = (token: Token): Known => {
    c.expect('(');
    if (c.take('both') || c.take('leading') || c.take('trailing')) {
      if (c.next().kind !== 'text') c.refuse('trim names the characters that it takes off, as text', token);
      c.expect('from');
    } else c.refuse(traps.get('trim') as string, token);
    all();
    c.expect(')');
    return unknown;
  };

  const macro = (token: Token): Known => {
    const name = token.text.slice(1);
    const known = macros[name];
    if (!known) c.refuse(`there is no macro ${token.text}`, token);
    c.expect('(');
    const starts: (Token | undefined)[] = [];
    const count = commas(() => {
      const alone = [',', ')'].includes(c.peek(1)?.text ?? '');
      starts.push(alone ? c.peek() : undefined);
      all();
    });
    c.expect(')');
    if (known && count !== known.arguments)
      c.refuse(`${token.text} takes ${known.arguments} arguments, not ${count}`, token);
    const place = patternArguments[name];
    if (place !== undefined) patternOf(token, starts[place]);
    if (name === 'replace' && (starts[2]?.kind !== 'text' || /[$\\]/.test(starts[2].text)))
      c.refuse('@replace puts in plain text without $ and \\', token);
    return unknown;
  };

  const patternOf = (token: Token, pattern: Token | undefined): void => {
    if (pattern?.kind !== 'text') {
      c.refuse(`the pattern of ${token.text} is a text literal`, token);
      return;
    }
    const fault = patternFault(pattern.text.slice(1, -1));
    if (fault !== undefined) c.refuse(fault, pattern);
  };

  const call = (name: string, token: Token): Known => {
    const known = functions.get(name);
    if (!known) c.refuse(traps.get(name) ?? `${name} is not a function of portable SQL`, token);
    c.expect('(');
    const first = c.peek();
    let count = 0;
    let ordered = false;
    let argument = '';
    if (c.take('*')) {
      if (name !== 'count') c.refuse(`${name}(*) is not read`, token);
    } else if (!c.is(')')) {
      if (c.take('distinct') && known?.kind !== 'aggregate')
        c.refuse(`distinct in ${name} is not read`, token);
      argument = c.text(all);
      count = c.take(',') ? 1 + commas(all) : 1;
      ordered = c.is('order', 'by');
      if (ordered) orderBy(c, query);
    }
    if (c.is('ignore') || c.is('respect')) c.stop('ignore nulls is not read');
    c.expect(')');
    if (known && (count < known.arguments[0] || count > known.arguments[1]))
      c.refuse(`${name} does not take ${count} arguments here`, token);
    if (name === 'array_agg' && !ordered) c.refuse('array_agg has an order by inside', token);
    if (name === 'date_diff' && first?.text.toLowerCase() !== "'day'")
      c.refuse("date_diff counts differently but for 'day'", token);
    let filter = '';
    if (c.take('filter')) {
      c.expect('(');
      c.expect('where');
      filter = c.text(all);
      c.expect(')');
    }
    if (/^(min|max)_by$/.test(name) && !filter.includes(`${argument} is not null`))
      c.refuse(
        `${name} takes null for a value on one engine only: filter (where ${argument} is not null)`,
        token,
      );
    const over = c.is('over');
    const windowOrdered = over && overOf();
    if (known?.kind === 'window' && !windowOrdered) c.refuse(`${name} goes over an order`, token);
    if (over && known?.kind === 'scalar') c.refuse(`${name} does not go over a window`, token);
    return unknown;
  };

  const overOf = (): boolean => {
    c.expect('over');
    c.expect('(');
    if (c.take('partition', 'by')) commas(all);
    const ordered = c.is('order', 'by');
    if (ordered) orderBy(c, query);
    if (c.take('rows')) {
      const bound = () => {
        if (c.take('unbounded')) c.take('preceding') || c.expect('following');
        else if (c.take('current')) c.expect('row');
        else {
          c.next();
          c.take('preceding') || c.expect('following');
        }
      };
      if (c.take('between')) {
        bound();
        c.expect('and');
      }
      bound();
    }
    c.expect(')');
    return ordered;
  };

  const quotedName = (token: Token): string => {
    const name = token.text.slice(1, -1);
    if (!quotedNames.has(name))
      c.refuse(`${token.text} is a name in double quotes: a text has single ones, and a name none`, token);
    return name;
  };

  const column = (name: string, token: Token): Known => {
    if (!c.take('.')) {
      c.columns.push({ name, bare: true, line: token.line });
      return unknown;
    }
    const part = c.next();
    const last = part.kind === 'quoted' ? quotedName(part) : nameOf(c, part);
    c.columns.push({ name: last, bare: false, line: token.line });
    if (c.is('.')) c.stop('parts of a column are not read');
    return unknown;
  };

  const known = all();
  const after = c.peek();
  if (after && ['::', '[', '->', '->>', ':', '^', '&', '|', '~', '=>'].includes(after.text))
    c.stop(`${after.text} is no part of portable SQL`);
  return known;
}

/** Reads `order by …`. */
export function orderBy(c: Cursor, query: (c: Cursor) => void): void {
  c.expect('order');
  c.expect('by');
  do {
    expression(c, query);
    if (!c.take('asc')) c.take('desc');
    if (c.take('nulls') && !c.take('first')) c.expect('last');
  } while (c.take(','));
}

/** The plain name that a token is; a reserved word is refused. */
export function nameOf(c: Cursor, token: Token): string {
  const name = token.text.toLowerCase();
  if (token.kind !== 'word') c.stop(`a name was expected, not ${token.text}`);
  if (reserved.has(name)) c.refuse(`${token.text} is a word of the language, not a name`, token);
  return name;
}
