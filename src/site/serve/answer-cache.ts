import type { Encoding } from './encoding.ts';

/** An answer that can be given again: status, headers, and the body in the forms that were asked for. */
export interface KeptAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** Without quotes; null for answers that are not kept by anybody. */
  etag: string | null;
  /** Whether it may be compressed. */
  compressible: boolean;
  encoded: Map<Encoding, Buffer>;
}

/** Answers by build and address, bounded in bytes; the one longest unasked goes first. */
export interface AnswerCache {
  get(key: string): KeptAnswer | undefined;
  set(key: string, answer: KeptAnswer): void;
  /** Counts the forms that were added to an answer since. */
  grown(key: string, bytes: number): void;
  clear(): void;
  readonly bytes: number;
}

/** What an entry costs beside its body and key. */
const overhead = 1000;

/** @param limit bytes; an answer larger than an eighth of it is not kept */
export function answerCache(limit: number): AnswerCache {
  const kept = new Map<string, { answer: KeptAnswer; size: number }>();
  let bytes = 0;
  const drop = (key: string) => {
    const found = kept.get(key);
    if (!found) return;
    kept.delete(key);
    bytes -= found.size;
  };
  const shrink = () => {
    while (bytes > limit) drop(kept.keys().next().value as string);
  };
  return {
    get bytes() {
      return bytes;
    },
    get(key) {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.answer;
    },
    set(key, answer) {
      const size = answer.body.length + key.length * 2 + overhead;
      if (size > limit / 8) return;
      drop(key);
      kept.set(key, { answer, size });
      bytes += size;
      shrink();
    },
    grown(key, more) {
      const found = kept.get(key);
      if (!found) return;
      found.size += more;
      bytes += more;
      shrink();
    },
    clear() {
      kept.clear();
      bytes = 0;
    },
  };
}
