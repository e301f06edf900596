import type { Listening } from './http-server.ts';
import { startServer } from './start.ts';

export type { Listening } from './http-server.ts';

/**
 * Serves one app as it is: nothing is watched, nothing is swapped.
 *
 * @throws UserError CF-SERVE-002 where the address or port cannot be taken
 */
export function listen(
  app: { fetch(request: Request): Response | Promise<Response> },
  place: { hostname: string; port: number },
): Promise<Listening> {
  return startServer({
    ...place,
    lookEvery: 0,
    settings: { requestsPerSecond: 0 },
    source: { stamp: () => '', open: async () => ({ build: '', app, close() {} }) },
  });
}
