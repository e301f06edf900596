import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildModels } from '../../../src/build/build.ts';
import { ingestFile, type Outcome } from '../../../src/build/ingest.ts';
import { openWorkspace, type Workspace } from '../../../src/build/workspace.ts';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import type { SqlRow } from '../../../src/engine/engine.ts';
import { answer } from '../../../src/figures/answer.ts';
import { registry } from '../../../src/kinds/registry.ts';
import { type ProjectPaths, projectPaths } from '../../../src/project/paths.ts';
import { createReader } from '../../../src/read/reader.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** A project that tests add files to without the command line. */
export interface TestProject {
  paths: ProjectPaths;
  add(path: string, holder?: string): Promise<Outcome[]>;
  /** Adds a file of this text under this name. */
  addText(name: string, text: string | Uint8Array, holder?: string): Promise<Outcome[]>;
  build(): Promise<Workspace>;
}

export function testProject(): TestProject {
  const root = tempDir('searches');
  const paths = projectPaths(join(root, 'project'));
  mkdirSync(paths.root, { recursive: true });
  writeFileSync(paths.config, 'title: Searches (invented)\n');
  const incoming = join(root, 'incoming');
  mkdirSync(incoming);
  const add = async (path: string, holder?: string): Promise<Outcome[]> => {
    const engine = await openDuckDb();
    const reader = createReader();
    const context = {
      paths,
      registry,
      reader,
      engine,
      holder,
      keepOriginals: false,
      now: () => new Date('2026-11-21T12:00:00Z'),
      signal: new AbortController().signal,
    };
    try {
      return await ingestFile(context, path, basename(path), undefined);
    } finally {
      reader.close();
      engine.close();
    }
  };
  return {
    paths,
    add: async (path, holder) => {
      const copy = join(incoming, basename(path));
      copyFileSync(path, copy);
      return add(copy, holder);
    },
    addText: async (name, text, holder) => {
      const path = join(incoming, name);
      writeFileSync(path, text);
      return add(path, holder);
    },
    build: async () => {
      const engine = await openDuckDb();
      await buildModels(paths, registry, engine, new AbortController().signal);
      engine.close();
      return openWorkspace(paths, registry);
    },
  };
}

/** The value of an ungrouped figure. */
export async function figureValue(
  work: Workspace,
  id: string,
  where: Record<string, string[]> = {},
): Promise<unknown> {
  const figure = registry.figure(id);
  if (!figure) throw new Error(`no figure ${id}`);
  return (await answer(work, figure, { where, by: [] })).rows[0]?.value;
}

/** The rows of a grouped figure as `value by dimension`. */
export async function groupsOf(work: Workspace, id: string, by: string): Promise<Record<string, unknown>> {
  const figure = registry.figure(id);
  if (!figure) throw new Error(`no figure ${id}`);
  const found = await answer(work, figure, { where: {}, by: [by] });
  return Object.fromEntries(found.rows.map((row: SqlRow) => [String(row[by]), row['value']]));
}
