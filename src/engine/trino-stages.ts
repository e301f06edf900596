import { namesRead, splitWith } from './with-clause.ts';

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
  const left: { name: string; select: string }[] = [];
  const withLeft = (text: string) => withClause(left, text);
  for (const part of parts) {
    const weight = mentions(part.select).reduce((sum, name) => sum + (reads.get(name) ?? 1), 0);
    const again = (uses.get(part.name) ?? 0) - 1;
    if (tables.has(part.name) || again * weight < worth) {
      left.push(part);
      reads.set(part.name, tables.has(part.name) ? 1 : weight);
      continue;
    }
    stages.push({ name: part.name, select: withLeft(part.select) });
    reads.set(part.name, 1);
  }
  return { stages, rest: withLeft(rest) };
}

/** Puts those queries in front that the text needs, at any depth. */
function withClause(parts: readonly { name: string; select: string }[], text: string): string {
  const needed = new Set<string>();
  const need = (one: string): void => {
    for (const name of namesRead(one)) {
      const part = parts.find((other) => other.name === name);
      if (!part || needed.has(name)) continue;
      needed.add(name);
      need(part.select);
    }
  };
  need(text);
  const list = parts.filter((part) => needed.has(part.name));
  if (list.length === 0) return text;
  return `with ${list.map(({ name, select }) => `${name} as (\n${select}\n)`).join(',\n')}\n${text}`;
}
