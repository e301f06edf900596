import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lake, port } from '../../../scripts/trino/folders.mjs';
import { openTrino, type TrinoEngine } from '../../../src/engine/trino.ts';

/** The address of the cluster that `scripts/trino-cluster up` brings up. */
export const server = `http://127.0.0.1:${port}`;

let made = 0;

/** A fresh folder in the lake with a schema of its own. */
export function lakeFolder(name: string): { folder: string; location: string; schema: string } {
  const own = `${name}_${process.pid}_${made++}`;
  const folder = join(lake, 'tests', own);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return { folder, location: `local:///tests/${own}`, schema: own };
}

/** The `trino:` block of a project in such a folder. */
export function trinoBlock(
  { location, schema }: { location: string; schema: string },
  address = server,
): string {
  return `engine: trino\ntrino:\n  server: ${address}\n  catalog: lake\n  schema: ${schema}\n  location: ${location}\n`;
}

/** An engine over a fresh folder. */
export async function freshTrino(name: string): Promise<TrinoEngine & { folder: string }> {
  const { folder, location, schema } = lakeFolder(name);
  const engine = openTrino({ server, catalog: 'lake', schema, user: 'counterfoil' }, { folder, location });
  await engine.prepare();
  return Object.assign(engine, { folder });
}
