/** How the server behaves towards the world. Every one is told in docs/serve.md, which a test holds to this list. */
export interface ServeSettings {
  /** Names under which it is asked, without port. Empty: on loopback those of the machine itself, else any. */
  hosts: readonly string[];
  /** Origins whose pages may read the API; `*` for any. Empty: none. */
  cors: readonly string[];
  /** Whether the one who connects is a proxy whose X-Forwarded-For and X-Forwarded-Proto count. */
  trustProxy: boolean;
  /** What has to be shown to read anything; null for an open site. */
  token: string | null;
  /** Requests a second that one client may make in the long run; 0 for no limit. */
  requestsPerSecond: number;
  /** Requests that one client may make at once. */
  burst: number;
  /** Connections altogether, and of one client. */
  connections: number;
  connectionsPerClient: number;
  /** Megabytes of answers kept. */
  cacheMegabytes: number;
  /** Seconds that one question to the engine may take, and how many may wait. */
  questionSeconds: number;
  waitingQuestions: number;
  /** Milliseconds: to send the headers, the whole request, and between two requests; until an idle socket is ended. */
  headersMs: number;
  requestMs: number;
  keepAliveMs: number;
  idleMs: number;
}

export const defaultSettings: ServeSettings = {
  hosts: [],
  cors: [],
  trustProxy: false,
  token: null,
  requestsPerSecond: 50,
  burst: 400,
  connections: 1000,
  connectionsPerClient: 256,
  cacheMegabytes: 64,
  questionSeconds: 10,
  waitingQuestions: 32,
  headersMs: 10_000,
  requestMs: 15_000,
  keepAliveMs: 5_000,
  idleMs: 60_000,
};

/** Limits of what is read of a request, in bytes. */
export const longestUrl = 4096;
export const largestHeaders = 16_384;

/** Bytes of a body that are read and forgotten before it is refused, so that the refusal reaches the one who sends it. */
export const readInVain = 16_777_216;
