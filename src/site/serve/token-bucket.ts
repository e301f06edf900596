/** Says of each client whether it may ask now. */
export interface RateLimit {
  allows(client: string, now: number): boolean;
  readonly size: number;
}

/** The most clients remembered: the one longest unheard of is forgotten first, so that memory is bounded. */
const mostClients = 10_000;

/**
 * A token bucket a client: `burst` at once, `perSecond` in the long run.
 *
 * @param perSecond 0 for no limit
 */
export function rateLimit(perSecond: number, burst: number): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    get size() {
      return buckets.size;
    },
    allows(client, now) {
      if (perSecond === 0) return true;
      const found = buckets.get(client);
      const tokens =
        found === undefined ? burst : Math.min(burst, found.tokens + ((now - found.at) / 1000) * perSecond);
      buckets.delete(client);
      if (buckets.size >= mostClients) buckets.delete(buckets.keys().next().value as string);
      buckets.set(client, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
      return tokens >= 1;
    },
  };
}
