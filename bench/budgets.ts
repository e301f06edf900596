/** A measured value against what is allowed. Both in the same unit. */
export interface Measured {
  what: string;
  value: number;
  budget: number;
  unit: 's CPU' | 's' | 'MB' | 'times';
}

/** The middle value; of an even number of values the lower middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** One line a measurement: the ratio to the budget first, below 1 is within it. */
export function describeMeasured({ what, value, budget, unit }: Measured): string {
  const digits = unit === 'MB' ? 0 : 2;
  const ratio = (value / budget).toFixed(2).padStart(6);
  return `${ratio}  ${what}: ${value.toFixed(digits)} of ${budget} ${unit}${value > budget ? '  (over)' : ''}`;
}
