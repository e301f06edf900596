import type { Holdings } from './holdings.ts';

/** JSON Schema 2020-12, as OpenAPI 3.1 has it. */
export type Schema = Readonly<Record<string, unknown>>;

/** A parameter of an end point. */
export interface Parameter {
  name: string;
  in: 'path' | 'query';
  says: string;
  schema: Schema;
  /** May be given several times. */
  many?: boolean;
  example?: string;
}

/** What an end point is asked, checked against its parameters. */
export interface Ask {
  path: Readonly<Record<string, string>>;
  one(name: string): string | undefined;
  many(name: string): readonly string[];
  number(name: string): number | undefined;
  body: unknown;
  /** The address with its parameters in order, without the cursor: what a list is, for cursors. */
  list: string;
}

/** An end point: what it is asked, what it answers. The document and the checks are made from this one declaration. */
export interface Route {
  method: 'get' | 'post';
  /** Below `/api/v1`, names in braces: `/figures/{id}/values`. */
  path: string;
  /** A name for programs: `figureValues`. */
  id: string;
  summary: string;
  says: string;
  parameters: readonly Parameter[];
  body?: Schema;
  answer: Schema;
  /** Statuses beside 200, 400, 429, 500 and 503 that it may give. */
  refuses?: readonly number[];
  /** An address that answers on the example project, below `/api/v1`. */
  example: string;
  exampleBody?: unknown;
  handle(ask: Ask, holdings: Holdings): unknown;
}
