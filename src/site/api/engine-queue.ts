import { exitCodes, UserError } from '../../project/errors.ts';

/** Lets questions to the engine through one after another: one connection runs one statement. */
export interface EngineQueue {
  /** Runs `work` when its turn comes. Throws CF-API-006 where too many wait, CF-API-007 where it takes too long. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** How many wait or run. */
  readonly size: number;
}

export interface QueueLimits {
  /** How many may wait. */
  waiting: number;
  /** Milliseconds that one may run. */
  runMs: number;
}

/**
 * A queue in front of one engine connection. The engine itself works on all its threads, so that a second statement
 * beside the first would only make both late.
 *
 * @param interrupt stops the statement that runs
 */
export function engineQueue(interrupt: () => void, { waiting, runMs }: QueueLimits): EngineQueue {
  let size = 0;
  let tail: Promise<unknown> = Promise.resolve();
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      interrupt();
    }, runMs);
    // An answer is made of several statements: the one that begins after the bell is stopped too.
    const again = setInterval(() => late && interrupt(), 50);
    try {
      return await work();
    } catch (error) {
      throw late ? tooLong() : error;
    } finally {
      clearTimeout(timer);
      clearInterval(again);
    }
  };
  return {
    get size() {
      return size;
    },
    async run(work) {
      if (size > waiting) throw busy();
      size += 1;
      const turn = tail.then(() => timed(work));
      tail = turn.catch(() => {});
      try {
        return await turn;
      } finally {
        size -= 1;
      }
    },
  };
}

function busy(): UserError {
  return new UserError('Too many questions wait for the engine.', {
    code: 'CF-API-006',
    exit: exitCodes.busy,
    hint: 'Ask again in a few seconds.',
  });
}

function tooLong(): UserError {
  return new UserError('The question takes longer than the server allows.', {
    code: 'CF-API-007',
    exit: exitCodes.busy,
    hint: 'Ask for less: fewer groups, a filter, or no earlier date.',
  });
}
