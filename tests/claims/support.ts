import type { Claim } from '../../src/claims/claim.ts';
import type { SqlRow } from '../../src/engine/engine.ts';
import type { Workbench } from '../../src/figures/answer.ts';
import { states as allStates } from '../../src/reference/states.ts';

export const states = allStates;

/** A claim on the figure of agencies, unless told otherwise. */
export function claim(changes: Partial<Claim>): Claim {
  return {
    id: 'a',
    sentence: 'A sentence.',
    published: { by: 'a test' },
    figure: 'agreements.agencies',
    where: {},
    ...changes,
  };
}

/** The same workbench, asking the engine each question once: tests judge the same lists hundreds of times. */
export function remembering<T extends Workbench>(bench: T): T {
  const known = new Map<string, Promise<SqlRow[]>>();
  const query = (sql: string) => {
    const rows = known.get(sql) ?? bench.engine.query(sql);
    known.set(sql, rows);
    return rows;
  };
  return { ...bench, engine: { ...bench.engine, query } };
}

/** Whole numbers from 0 to 2^32 - 1, the same for one seed on any machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
