import type { Engine } from '../engine/engine.ts';
import { overlaps, type ReleasePlan, type ReleaseTable } from '../figures/release.ts';
import { type Atoms, createAtomTable } from './atoms.ts';
import { type BaseRow, type Cell, tableCells } from './cells.ts';
import { type Covered, createCoverage } from './coverage.ts';
import { type CellSet, type Equation, marginEquations } from './equations.ts';
import { type HiddenShare, hiddenShare } from './hidden-share.ts';
import type { Ledger, LedgerRelease, ShownValue } from './ledger.ts';
import { overlapEquations } from './overlap.ts';
import type { Solver } from './program.ts';
import { lookAgain, type Problem, suppress } from './suppress.ts';

/** A row of a released table. */
export interface ReleasedRow {
  values: Record<string, string>;
  /** Of a table by year: the last month counted. */
  through: string | null;
  shown: ShownValue;
}

export interface ReleasedTable {
  id: string;
  title: string;
  by: readonly string[];
  rows: ReleasedRow[];
}

/** What leaves, and what a page says of it. */
export interface Release {
  kind: string;
  date: string;
  /** Every month released so far. */
  months: string[];
  tables: ReleasedTable[];
  /** Cells that are hidden, over all tables, and of how many. */
  hiddenCells: number;
  cells: number;
  /** What hidden cells of the first table hold of all searches, as far as shown counts tell it. */
  hiddenShare: HiddenShare | null;
  /** Whether months released before now hold more searches than they did. */
  lateArrivals: boolean;
}

/** The counts of a kind as the engine has them. */
export interface Counts {
  base: readonly BaseRow[];
  /** The same by network, of plans with an overlapping dimension: a search as often as networks list it. */
  shared: readonly BaseRow[];
  /** What the records cover of which months. */
  covered: readonly Covered[];
  /** ISO date. */
  lastDay: string | null;
}

/** Asks the engine for what a plan needs. */
export async function readCounts(engine: Engine, plan: ReleasePlan): Promise<Counts> {
  const rowsOf = async (sql: string): Promise<BaseRow[]> =>
    (await engine.query(sql)).map(({ n, ...values }) => ({
      values: withYear(
        Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            value === null ? 'unreadable' : String(value),
          ]),
        ),
        plan,
      ),
      n: n as number,
    }));
  const [day] = await engine.query(plan.lastDay);
  return {
    base: await rowsOf(plan.base),
    shared: plan.overlap ? await rowsOf(plan.overlap.base) : [],
    covered: (await engine.query(plan.covered)).map(({ [plan.month]: month, ...values }) => ({
      month: month as string,
      values: values as Covered['values'],
    })),
    lastDay: (day?.['last_day'] ?? null) as string | null,
  };
}

function withYear(values: Record<string, string>, plan: ReleasePlan): Record<string, string> {
  return { ...values, year: (values[plan.month] as string).slice(0, 4) };
}

/** A month is closed when the day after its last one is covered by the editions, and over on the day of the release. */
export function closedMonths(
  base: readonly BaseRow[],
  plan: ReleasePlan,
  lastDay: string | null,
  date: string,
): string[] {
  const until = lastDay !== null && lastDay < date ? lastDay : date;
  const months = [...new Set(base.map((row) => row.values[plan.month] as string))].sort();
  return months.filter((month) => /^\d{4}-\d{2}$/.test(month) && month < until.slice(0, 7));
}

/**
 * Makes a release: freezes the months that have closed since the last one, chooses what to hide together with all that
 * was shown before, and gives the tables and the new state of the ledger.
 *
 * @param solver finds the other tables that prove each hidden count hidden (`witness.ts`)
 * @throws Error where no safe choice is left
 */
export async function makeRelease(
  plan: ReleasePlan,
  counts: Counts,
  before: Ledger,
  date: string,
  solver: Solver,
): Promise<{ release: Release; ledger: Ledger; system: ReleaseSystem }> {
  const old = before.releases.flatMap((one) => one.months);
  const closed = closedMonths(counts.base, plan, counts.lastDay, date);
  const fresh = closed.filter(
    (month) => !old.includes(month) && (old.length === 0 || month > (old.at(-1) as string)),
  );
  const frozen = fromLedger(before, plan);
  const isFresh = (row: BaseRow) => fresh.includes(row.values[plan.month] as string);
  const settled = keepParents(plan, frozen.base);
  const base = [...frozen.base, ...counts.base.filter(isFresh).map(settled)];
  const shared = [...frozen.shared, ...counts.shared.filter(isFresh).map(settled)];
  agree(plan, base, shared);
  const covered = [
    ...(before.covered ?? []),
    ...counts.covered.filter(({ month }) => fresh.includes(month)).map(settled),
  ];
  const steps = [...before.releases.map((one) => one.months), fresh].filter((months) => months.length > 0);
  const system = buildSystem(plan, { base, shared, covered }, steps);
  const shownBefore = new Map(before.releases.flatMap((one) => Object.entries(one.shown)));
  const problem: Problem = {
    cells: system.cells,
    equations: system.equations,
    atoms: system.atoms,
    shownBefore: new Set([...shownBefore].filter(([, value]) => value !== '[c]').map(([id]) => id)),
    hiddenBefore: new Set([...shownBefore].filter(([, value]) => value === '[c]').map(([id]) => id)),
  };
  const hidden = fresh.length === 0 ? lookAgain(problem) : await suppress(problem, solver);
  const shownOf = (cell: Cell): ShownValue =>
    shownBefore.get(cell.id) ??
    (hidden.has(cell.id) ? '[c]' : cell.unread || cell.uncovered ? '[x]' : cell.n);
  const months = [...old, ...fresh];
  const tables = plan.tables.map((table) =>
    releasedTable(table, system.current.get(table.id) ?? [], shownOf),
  );
  const ledger: Ledger = {
    ...before,
    releases:
      fresh.length === 0
        ? before.releases
        : [...before.releases, newEntry(date, fresh, system, shownBefore, shownOf)],
    counts: kept(plan, base, plan.dimensions),
    shared: kept(plan, shared, sharedDimensions(plan)),
    covered,
  };
  const cells = tables.flatMap((table) => table.rows);
  return {
    release: {
      kind: plan.kind,
      date,
      months,
      tables,
      hiddenCells: cells.filter((row) => row.shown === '[c]').length,
      cells: cells.length,
      hiddenShare: shareOf(plan, system, shownOf),
      lateArrivals: sum(counts.base, old, plan) !== sum(frozen.base, old, plan),
    },
    ledger,
    system: { ...system, hidden },
  };
}

function shareOf(
  plan: ReleasePlan,
  { cells, current, equations }: ReleaseSystem,
  shownOf: (cell: Cell) => ShownValue,
): HiddenShare | null {
  const shown = new Map<string, number>();
  for (const cell of cells.values()) if (!cell.virtual && shownOf(cell) !== '[c]') shown.set(cell.id, cell.n);
  const ids = (table: ReleaseTable) => (current.get(table.id) ?? []).map(({ id }) => id);
  const once = plan.tables.filter((table) => !overlaps(plan, table));
  const [first] = plan.tables;
  if (!first) return null;
  return hiddenShare(ids(first), once.map(ids), equations, shown, (id) => cells.get(id)?.virtual ?? false);
}

/**
 * Gives rows what earlier releases said of their organisation (its state, its level), where they said it: the equations
 * that tie tables together hold only where one organisation has one of each.
 */
function keepParents(
  plan: ReleasePlan,
  frozen: readonly BaseRow[],
): <Row extends BaseRow | Covered>(row: Row) => Row {
  const kept = Object.entries(plan.parents)
    .filter(([name]) => name !== plan.month)
    .map(([name, parents]) => {
      const of = (row: BaseRow) =>
        Object.fromEntries(parents.map((parent) => [parent, row.values[parent] as string]));
      return { name, known: new Map(frozen.map((row) => [row.values[name], of(row)])) };
    });
  return (row) => ({
    ...row,
    values: Object.assign(
      {},
      row.values,
      ...kept.map(({ name, known }) => known.get(row.values[name] ?? undefined) ?? {}),
    ),
  });
}

/**
 * Throws where a network counts more of an organisation's month than there is, or all networks together less: then
 * nothing holds of what is known of the tables.
 */
function agree(plan: ReleasePlan, base: readonly BaseRow[], shared: readonly BaseRow[]): void {
  if (!plan.overlap) return;
  const { dimension, within } = plan.overlap;
  const key = (row: BaseRow) => `${row.values[within]}|${row.values[plan.month]}`;
  const total = (rows: readonly BaseRow[]) => rows.reduce((sum, row) => sum + row.n, 0);
  const wholes = Map.groupBy(base, key);
  const parts = Map.groupBy(shared, key);
  for (const at of new Set([...wholes.keys(), ...parts.keys()])) {
    const whole = total(wholes.get(at) ?? []);
    const rows = parts.get(at) ?? [];
    const most = [...Map.groupBy(rows, (row) => row.values[dimension]).values()].map(total);
    if (total(rows) < whole || most.some((n) => n > whole))
      throw new Error('the counts of networks do not agree with those of their searches');
  }
}

/** All cells that were or are to be shown, and what ties them together. */
export interface ReleaseSystem {
  cells: Map<string, Cell>;
  equations: Equation[];
  atoms: Atoms;
  /** Table -> its cells as of now. */
  current: Map<string, Cell[]>;
  hidden: ReadonlySet<string>;
}

function buildSystem(
  plan: ReleasePlan,
  counts: Pick<Counts, 'base' | 'shared' | 'covered'>,
  steps: readonly (readonly string[])[],
): ReleaseSystem {
  const cells = new Map<string, Cell>();
  const equations = new Map<string, Equation>();
  let current = new Map<string, Cell[]>();
  let months: string[] = [];
  const table = createAtomTable(plan, counts.base, counts.shared);
  const isCovered = createCoverage(plan, counts.covered);
  for (const step of steps) {
    months = [...months, ...step];
    const sets: CellSet[] = plan.tables.map((one) => ({
      table: one.id,
      cells: tableCells(plan, one, overlaps(plan, one) ? counts.shared : counts.base, months),
    }));
    for (const { cells: made } of sets)
      for (const cell of made) cell.uncovered = cell.n === 0 && !isCovered(cell, months);
    const earlier = current;
    current = new Map(sets.map((set) => [set.table, [...set.cells]]));
    for (const [index, set] of sets.entries())
      if (overlaps(plan, plan.tables[index] as ReleaseTable)) table.list(set.cells, step);
    for (const [index, set] of sets.entries())
      table.give(plan.tables[index] as ReleaseTable, set.cells, months);
    for (const set of sets) for (const cell of set.cells) if (!cells.has(cell.id)) cells.set(cell.id, cell);
    const between = overlapEquations(plan, sets, table.atoms.values);
    for (const cell of between.cells) if (!cells.has(cell.id)) cells.set(cell.id, cell);
    for (const equation of [...marginEquations(plan, sets), ...between.equations])
      equations.set(`${equation.says} of ${months.at(-1)}`, equation);
    for (const growth of growths(plan, earlier, current)) {
      cells.set(growth.cell.id, growth.cell);
      equations.set(growth.equation.says, growth.equation);
    }
  }
  return { cells, equations: [...equations.values()], atoms: table.atoms, current, hidden: new Set() };
}

/** Two states of one yearly count tell their difference: a virtual cell, hidden where it is small. */
function growths(
  plan: ReleasePlan,
  earlier: ReadonlyMap<string, readonly Cell[]>,
  current: ReadonlyMap<string, readonly Cell[]>,
): { cell: Cell; equation: Equation }[] {
  const found: { cell: Cell; equation: Equation }[] = [];
  for (const table of plan.tables.filter(({ by }) => by.includes('year'))) {
    const key = (cell: Cell) => table.by.map((name) => cell.values[name]).join('|');
    const old = new Map((earlier.get(table.id) ?? []).map((cell) => [key(cell), cell]));
    for (const cell of current.get(table.id) ?? []) {
      const before = old.get(key(cell));
      if (!before || before.id === cell.id) continue;
      const id = `growth|${before.id}|${cell.through}`;
      const known = new Set(before.atoms);
      found.push({
        cell: {
          id,
          table: table.id,
          values: {},
          through: null,
          n: cell.n - before.n,
          virtual: true,
          unread: false,
          uncovered: false,
          atoms: cell.atoms.filter((atom) => !known.has(atom)),
          minus: [],
        },
        equation: {
          says: id,
          terms: [
            { cell: cell.id, sign: 1 },
            { cell: before.id, sign: -1 },
            { cell: id, sign: -1 },
          ],
        },
      });
    }
  }
  return found;
}

/** The dimensions of the counts by the overlapping dimension, in the order of the ledger. */
function sharedDimensions(plan: ReleasePlan): string[] {
  if (!plan.overlap) return [];
  return [plan.overlap.dimension, ...plan.dimensions.filter((name) => name !== plan.readable.dimension)];
}

function kept(
  plan: ReleasePlan,
  rows: readonly BaseRow[],
  dimensions: readonly string[],
): [...string[], number][] {
  return rows.map((row) => [...dimensions.map((name) => row.values[name] as string), row.n]);
}

function fromLedger(ledger: Ledger, plan: ReleasePlan): Pick<Counts, 'base' | 'shared'> {
  const read = (rows: Ledger['counts'], dimensions: readonly string[]): BaseRow[] =>
    rows.map((row) => ({
      values: withYear(
        Object.fromEntries(dimensions.map((name, index) => [name, row[index] as string])),
        plan,
      ),
      n: row.at(-1) as number,
    }));
  return {
    base: read(ledger.counts, ledger.dimensions),
    shared: read(ledger.shared, sharedDimensions(plan)),
  };
}

function newEntry(
  date: string,
  months: string[],
  system: ReleaseSystem,
  before: ReadonlyMap<string, ShownValue>,
  shownOf: (cell: Cell) => ShownValue,
): LedgerRelease {
  const added = [...system.current.values()].flat().filter((cell) => !before.has(cell.id));
  return { date, months, shown: Object.fromEntries(added.map((cell) => [cell.id, shownOf(cell)])) };
}

function releasedTable(
  table: ReleaseTable,
  cells: readonly Cell[],
  shownOf: (cell: Cell) => ShownValue,
): ReleasedTable {
  const rows = cells.map((cell) => ({
    values: Object.fromEntries(table.by.map((name) => [name, cell.values[name] as string])),
    through: cell.through,
    shown: shownOf(cell),
  }));
  return { id: table.id, title: table.title, by: table.by, rows };
}

function sum(rows: readonly BaseRow[], months: readonly string[], plan: ReleasePlan): number {
  return rows.reduce(
    (total, row) => total + (months.includes(row.values[plan.month] as string) ? row.n : 0),
    0,
  );
}
