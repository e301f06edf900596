import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** Bodies below this many bytes travel in one packet anyway. */
const tiny = 1024;

const compressible = /^(text\/|application\/(json|problem\+json|atom\+xml)|image\/svg)/;

/** Whether a body is worth compressing. */
export function worthwhile(type: string, bytes: number): boolean {
  return bytes >= tiny && compressible.test(type);
}

/** What the asker takes, the smaller form first; undefined for the plain form. */
export function encodingFor(header: string | undefined): Encoding | undefined {
  if (header === undefined) return undefined;
  const taken = new Map(
    header.split(',', 20).map((part) => {
      const [name = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const [weight] = parameters;
      const quality = weight === undefined ? '1' : (/^q=([01](\.\d{1,3})?)$/.exec(weight)?.[1] ?? '0');
      return [name, Number(quality)] as const;
    }),
  );
  const quality = (name: string) => taken.get(name) ?? taken.get('*') ?? 0;
  const [br, gz] = [quality('br'), quality('gzip')];
  if (br > 0 && br >= gz) return 'br';
  return gz > 0 ? 'gzip' : undefined;
}

const toBr = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** The body in another form; off the main thread. */
export function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br'
    ? toBr(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      })
    : toGzip(body, { level: 6 });
}
