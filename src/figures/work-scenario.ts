import { answer, type Workbench } from './answer.ts';
import { addDecimals, divideDecimals, multiplyDecimals, subtractDecimals } from './exact.ts';
import type { Figure, Query } from './figure.ts';
import type { Assumption, Scenario } from './scenario.ts';

/** One line of a worked scenario: where its number comes from, and what it says. */
export interface ScenarioLine {
  name: string;
  value: string | null;
  unit: string;
  says: string;
  from: 'figure' | 'assumption' | 'arithmetic';
  source: string;
}

/** A scenario with its numbers. Every line from `arithmetic` is a calculation and not a record. */
export interface WorkedScenario {
  id: string;
  title: string;
  arithmetic: true;
  lines: ScenarioLine[];
  caveats: readonly string[];
}

/**
 * Works a scenario out. `assumed` replaces assumptions by name; a step with a part that is missing, or a division by
 * zero, is null.
 *
 * @throws Error where a step names what is not there (a fault of the declaration)
 */
export async function workScenario(
  bench: Workbench,
  scenario: Scenario,
  figureOf: (id: string) => Figure | undefined,
  query: Pick<Query, 'asOf' | 'until' | 'knownAt'> = {},
  assumed: Readonly<Record<string, Assumption>> = {},
): Promise<WorkedScenario> {
  const lines: ScenarioLine[] = [];
  const values = new Map<string, string | null>();
  for (const [name, part] of Object.entries(scenario.figures)) {
    const figure = figureOf(part.figure);
    if (!figure) throw new Error(`${scenario.id}: there is no figure ${part.figure}`);
    const { rows, unit } = await answer(bench, figure, { ...query, where: part.where ?? {}, by: [] });
    const value = rows[0]?.value ?? null;
    values.set(name, value === null ? null : String(value));
    lines.push({
      name,
      value: value === null ? null : String(value),
      unit,
      says: part.says,
      from: 'figure',
      source: part.figure,
    });
  }
  for (const [name, declared] of Object.entries(scenario.assumptions)) {
    const { value, unit, says, source } = assumed[name] ?? declared;
    values.set(name, value);
    lines.push({ name, value, unit, says, from: 'assumption', source });
  }
  for (const step of scenario.steps) {
    const [left, right] = [values.get(step.left), values.get(step.right)];
    if (left === undefined || right === undefined)
      throw new Error(`${scenario.id}: ${step.name} names what is not there`);
    const value =
      left === null || right === null ? null : arithmetic(left, step.operation, right, step.places);
    values.set(step.name, value);
    lines.push({
      name: step.name,
      value,
      unit: step.unit,
      says: step.says,
      from: 'arithmetic',
      source: `${step.left} ${step.operation} ${step.right}`,
    });
  }
  return { id: scenario.id, title: scenario.title, arithmetic: true, lines, caveats: scenario.caveats };
}

function arithmetic(
  left: string,
  operation: 'add' | 'subtract' | 'multiply' | 'divide',
  right: string,
  places: number,
): string | null {
  if (operation === 'add') return addDecimals([left, right]);
  if (operation === 'subtract') return subtractDecimals(left, right);
  if (operation === 'multiply') return multiplyDecimals(left, right);
  return divideDecimals(left, right, places);
}
