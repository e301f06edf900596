import { namesRead, splitWith, withDefinitions } from './with-clause.ts';

/** A statement taken apart: queries that are worked out first, in order, and the statement that reads them. */
export interface Stages {
  stages: { name: string; select: string }[];
  rest: string;
}

/** From how many reads of tables on that working a query out once is worth a table of its own. */
const worth = 3;

/**
 * Trino puts a query of a `with` clause in at each of its mentions, so that the tables below it are read, and the plan
 * made, as often. This finds the queries whose mentions cost more than a table of their own would: those that are
 * worked out first. What they are called stays the same.
 *
 * @param tables names of the clause that stand for a table as it is
 */
export function stagesOf(sql: string, tables: ReadonlySet<string>): Stages {
  const { parts, rest } = splitWith(sql);
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
    if (tables.has(part.name) || again * weight < worth) {
      left.set(part.name, part.select);
      reads.set(part.name, tables.has(part.name) ? 1 : weight);
      continue;
    }
    stages.push({ name: part.name, select: withLeft(part.select) });
    reads.set(part.name, 1);
  }
  return { stages, rest: withLeft(rest) };
}
