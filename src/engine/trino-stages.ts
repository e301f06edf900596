import { namesRead, splitWith, withDefinitions } from './with-clause.ts';

/** A statement taken apart: queries that are worked out first, in order, and the statement that reads them. */
export interface Stages {
  stages: { name: string; select: string }[];
  rest: string;
}

/** From how many reads of tables on that working a query out once is worth a table of its own, in a build. */
const worth = 3;

/** The same for a question, whose tables nobody reads again: the server refuses a plan of 150 stages. */
export const worthInQuestion = 40;

/**
 * Trino puts a query of a `with` clause in at each of its mentions, so that the tables below it are read, and the plan
 * made, as often. This finds the queries whose mentions cost more than a table of their own would: those that are
 * worked out first. What they are called stays the same.
 *
 * @param tables names of the clause that stand for a table as it is
 * @param least reads of tables beyond once from which on a query is worked out first
 */
export function stagesOf(sql: string, tables: ReadonlySet<string>, least = worth): Stages {
  const { parts, rest } = unfolded(splitWith(sql));
  const names = new Set(parts.map((part) => part.name));
  const mentions = (text: string) => namesRead(text).filter((name) => names.has(name));
  const uses = new Map<string, number>();
  for (const text of [...parts.map((part) => part.select), rest]) {
    for (const name of mentions(text)) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const reads = new Map<string, number>();
  const stages: Stages['stages'] = [];
  /** Queries that stay in the clause. */
  const left = new Map<string, string>();
  const withLeft = (text: string) => withDefinitions(text, left);
  for (const part of parts) {
    const weight = mentions(part.select).reduce((sum, name) => sum + (reads.get(name) ?? 1), 0);
    const again = (uses.get(part.name) ?? 0) - 1;
    if (tables.has(part.name) || again * weight < least) {
      left.set(part.name, part.select);
      reads.set(part.name, tables.has(part.name) ? 1 : weight);
      continue;
    }
    stages.push({ name: part.name, select: withLeft(part.select) });
    reads.set(part.name, 1);
  }
  return { stages, rest: withLeft(rest) };
}

type Clause = ReturnType<typeof splitWith>;

/** The same with the `with` clauses that its queries begin with taken out of them, where no name is taken twice. */
function unfolded({ parts, rest }: Clause): Clause {
  const taken = new Set([
    ...parts.map((part) => part.name),
    ...splitWith(rest).parts.map((part) => part.name),
  ]);
  const flat = parts.flatMap((part) => {
    const inner = splitWith(part.select);
    if (inner.parts.length === 0 || inner.parts.some(({ name }) => taken.has(name))) return [part];
    for (const { name } of inner.parts) taken.add(name);
    return [...inner.parts, { name: part.name, select: inner.rest }];
  });
  return { parts: flat, rest };
}
