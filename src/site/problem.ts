import type { Context } from 'hono';

/** A refusal as RFC 9457 has it. */
export interface Problem {
  /** Address of what is told of this kind of refusal, or `about:blank`. */
  type: string;
  title: string;
  status: number;
  detail: string;
  /** The stable code of the error, as on the command line. */
  code?: string;
  /** What to do. */
  hint?: string;
}

export const titles: Readonly<Record<number, string>> = {
  400: 'The question is not understood',
  401: 'A token is needed',
  403: 'Not published',
  404: 'Not found',
  405: 'Not allowed',
  408: 'Too slow',
  410: 'No longer there',
  413: 'Too large',
  414: 'The address is too long',
  415: 'Not the form that is read here',
  421: 'Not served under this name',
  429: 'Too many questions',
  431: 'Too many headers',
  500: 'A fault of the program',
  503: 'Busy',
};

/** The refusal with a status. `detail` never quotes a record. */
export function problem(status: number, detail: string): Problem {
  return { type: 'about:blank', title: titles[status] ?? 'Refused', status, detail };
}

/** Whether the asker is a program: an address of data, or a header that prefers JSON to HTML. */
export function wantsJson(context: Context): boolean {
  if (/\.(json|csv)$/.test(new URL(context.req.url).pathname) || context.req.path.startsWith('/api/v1'))
    return true;
  const accept = context.req.header('accept') ?? '';
  return /json/.test(accept) && !/html/.test(accept);
}
