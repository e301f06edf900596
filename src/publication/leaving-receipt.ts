import type { Workbench } from '../figures/answer.ts';
import type { Figure, Query } from '../figures/figure.ts';
import type { Registry } from '../figures/kind.ts';
import { type Receipt, receipt } from '../figures/receipt.ts';
import { leavingEvidence } from './leaving-rows.ts';

/** The receipt of a value as it may leave: rows of persons are one remainder, with how many they are and what they add. */
export function leavingReceipt(
  bench: Workbench,
  registry: Pick<Registry, 'kinds'>,
  figure: Figure,
  query: Query,
  program: string,
  { limit, by }: { limit?: number; by?: readonly string[] } = {},
): Promise<Receipt> {
  return receipt(bench, figure, query, program, limit, by, leavingEvidence(bench, registry));
}
