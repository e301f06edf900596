import type { Figure } from '../figures/figure.ts';
import type { ValueKind } from './cell.ts';

/** How a figure's values are written. */
export function kindOf(figure: Pick<Figure, 'unit'>): ValueKind {
  return figure.unit.kind === 'money' ? 'money' : figure.unit.kind === 'share' ? 'percent' : 'number';
}

/** The unit beside a value: `1 agency`, `2 agencies`; none where the value carries it. */
export function unitOf(figure: Pick<Figure, 'unit'>, value: number | string | null): string | undefined {
  if (figure.unit.kind !== 'count') return undefined;
  return Number(value) === 1 ? figure.unit.one : figure.unit.many;
}
