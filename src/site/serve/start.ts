import { recordEvents } from './events.ts';
import { createFront, type Front } from './front.ts';
import { type Listening, listenHttp } from './http-server.ts';
import { defaultSettings, type ServeSettings } from './settings.ts';
import { type Current, currentOf, type SnapshotSource } from './snapshot.ts';

/** A running server. */
export interface Started extends Listening {
  front: Front;
  current: Current;
}

export interface StartInput {
  source: SnapshotSource;
  hostname: string;
  port: number;
  settings?: Partial<ServeSettings>;
  /** Milliseconds between two looks at the disk; 0 for none. */
  lookEvery?: number;
  /** Told what people at the terminal should know. */
  tell?: (text: string) => void;
  /** Where a new build cannot be opened; the old one goes on. */
  failed?: (error: unknown) => void;
}

/** Opens the build, listens, and goes over to a new build whenever there is one. */
export async function startServer(input: StartInput): Promise<Started> {
  const settings = { ...defaultSettings, ...input.settings };
  const events = recordEvents();
  const current = await currentOf(
    input.source,
    (build) => {
      front.cache.clear();
      events.tell(build);
      input.tell?.('The records have changed: serving the new build.');
    },
    input.failed ?? (() => {}),
  );
  const front = createFront({
    settings,
    current,
    events,
    names: namesOf(input.hostname, settings),
    now: () => performance.now(),
  });
  const listening = await listenHttp(front.handle, input, settings).catch(async (error: unknown) => {
    events.close();
    await current.close();
    throw error;
  });
  const every = input.lookEvery ?? 1000;
  const look = every === 0 ? undefined : setInterval(() => void current.refresh(), every);
  return {
    ...listening,
    front,
    current,
    async close() {
      clearInterval(look);
      events.close();
      await listening.close();
      await current.close();
    },
  };
}

const ofThisMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The names under which it may be asked. A server on loopback answers to names of the machine alone: a page of
 * another site could otherwise point its own name here and read through the reader's browser.
 */
function namesOf(hostname: string, { hosts, trustProxy }: ServeSettings): readonly string[] | undefined {
  if (hosts.length > 0) return [...hosts.map((name) => name.toLowerCase()), ...ofThisMachine];
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(hostname);
  return loopback && !trustProxy ? [...ofThisMachine, hostname] : undefined;
}
