import type { Context } from 'hono';

/** A refusal as RFC 9457 has it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
}

export const titles: Readonly<Record<number, string>> = {
  400: 'The question is not understood',
  404: 'Not found',
  405: 'Not allowed',
  500: 'A fault of the program',
};

/** The refusal with a status. `detail` never quotes a record. */
export function problem(status: number, detail: string): Problem {
  return { type: 'about:blank', title: titles[status] ?? 'Refused', status, detail };
}

/** Whether the asker is a program: an address of data, or a header that prefers JSON to HTML. */
export function wantsJson(context: Context): boolean {
  if (/\.(json|csv)$/.test(new URL(context.req.url).pathname) || context.req.path.startsWith('/api/'))
    return true;
  const accept = context.req.header('accept') ?? '';
  return /json/.test(accept) && !/html/.test(accept);
}
