import type { Token } from './tokens.ts';

/** Something that the portable subset does not hold: the line of the SQL text (1-based) and why. */
export interface NotPortable {
  line: number;
  what: string;
}

/** A column as it was named: where it stands, and whether without the name of its relation. */
export interface ColumnUse {
  name: string;
  bare: boolean;
  line: number;
}

/** Thrown where the text cannot be followed any further; what was found until then stays. */
export class Unreadable extends Error {}

/** A place in SQL text that is being read, with what was found so far. */
export class Cursor {
  readonly found: NotPortable[] = [];
  readonly columns: ColumnUse[] = [];
  /** Names of the queries in the `with` clauses around this place. */
  readonly named: Set<string>[] = [];
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  next(): Token {
    const token = this.peek();
    if (!token) this.stop('the text ends too early');
    this.#at += 1;
    return token;
  }

  /** Whether the next tokens are these words or signs. */
  is(...texts: readonly string[]): boolean {
    return texts.every((text, index) => {
      const token = this.peek(index);
      return (
        token !== undefined &&
        (token.kind === 'word' || token.kind === 'sign') &&
        token.text.toLowerCase() === text
      );
    });
  }

  /** Goes past these words or signs where they are next. */
  take(...texts: readonly string[]): boolean {
    if (!this.is(...texts)) return false;
    this.#at += texts.length;
    return true;
  }

  /** What `read` goes past, its tokens with one blank between them (none around a point). */
  text(read: () => unknown): string {
    const from = this.#at;
    read();
    const passed = this.#tokens.slice(from, this.#at).map((token) => token.text);
    return passed.join(' ').replaceAll(' . ', '.');
  }

  expect(text: string): void {
    if (!this.take(text)) this.stop(`${text} was expected, not ${shown(this.peek())}`);
  }

  refuse(what: string, token = this.peek()): void {
    this.found.push({ line: token?.line ?? this.lastLine, what });
  }

  stop(what: string): never {
    this.refuse(what);
    throw new Unreadable(what);
  }

  get lastLine(): number {
    return this.#tokens.at(-1)?.line ?? 1;
  }
}

export function shown(token: Token | undefined): string {
  return token === undefined ? 'the end' : token.text;
}
