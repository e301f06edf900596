import type { MiddlewareHandler } from 'hono';

/** What every page keeps to: nothing from another host, no inline script, no inline style. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const usual: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** What other sites may show in a frame or as an image: the embeds of figures, which hold no script. */
const embeds = /\/(embed\.html|chart\.svg)$/;
const embedPolicy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
const ofEmbeds = {
  ...usual,
  'content-security-policy': embedPolicy,
  'cross-origin-resource-policy': 'cross-origin',
};

/** The headers that every answer at this path carries. */
export function securityHeadersOf(path: string): Readonly<Record<string, string>> {
  return embeds.test(path) ? ofEmbeds : usual;
}

/** Sets the headers on every answer; answers only to questions that change nothing. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeadersOf(context.req.path)))
    context.res.headers.set(name, value);
};
