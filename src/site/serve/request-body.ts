import type { IncomingMessage } from 'node:http';

/** How long one reads on, in bytes and milliseconds, what will not be used. */
export interface Patience {
  bytes: number;
  ms: number;
}

/** Whether a request says that it has a body. */
export function hasBody(request: IncomingMessage): boolean {
  const length = request.headers['content-length'];
  return request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

/**
 * The body, or null where it is larger than what is kept. What is beyond is read and forgotten, as far as the patience
 * goes: an answer before that would overtake the body, and the end of the connection would then reach a proxy or a
 * client that still writes as a broken pipe, so that it never sees the answer. A body that says it is larger than the
 * patience is not waited for.
 */
export function readBody(request: IncomingMessage, kept: number, patience: Patience): Promise<Buffer | null> {
  const most = Math.max(kept, patience.bytes);
  if (Number(request.headers['content-length'] ?? 0) > most) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    let late: NodeJS.Timeout | undefined;
    const end = (body: Buffer | null) => {
      clearTimeout(late);
      request.off('data', take).off('end', whole).off('close', gone).pause();
      resolve(body);
    };
    const hurry = () => {
      late ??= setTimeout(end, patience.ms, null);
    };
    const take = (part: Buffer) => {
      size += part.length;
      if (size <= kept) {
        parts.push(part);
        return;
      }
      parts.length = 0;
      hurry();
      if (size > most) end(null);
    };
    const whole = () => end(size > kept ? null : Buffer.concat(parts));
    const gone = () => {
      clearTimeout(late);
      reject(request.errored ?? new Error('the one who asked has gone'));
    };
    if (kept === 0) hurry();
    request.on('data', take).once('end', whole).once('close', gone);
  });
}
