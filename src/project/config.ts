import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { exitCodes, UserError } from './errors.ts';
import type { ProjectPaths } from './paths.ts';
import { readYaml } from './yaml-file.ts';

/** `counterfoil.yaml` as a user may write it; `schemas/project.schema.json` is its published form. */
interface ConfigSpec {
  title: string;
  language?: 'en' | 'es';
  engine?: 'duckdb';
  originals?: 'keep' | 'discard';
  notice?: string;
  flags?: Record<string, Record<string, number | string[]>>;
  references?: string[];
  contact?: string;
  sources?: SourceSpec[];
  settings?: Record<string, unknown>;
}

/** A source as a user turns it on: a ready-made one by name, or one of their own. `src/fetch/source.ts` completes it. */
export interface SourceSpec {
  use?: string;
  id?: string;
  url?: string;
  folder?: string;
  how?: 'file' | 'page-link' | 'data-link' | 'usaspending-download' | 'usaspending-search' | 'atom' | 'sam';
  link?: string;
  /** `12h`, `7d`. */
  every?: string;
  sensitive?: boolean;
  with?: Record<string, string>;
  allow?: ('http' | 'private')[];
}

/** `counterfoil.yaml` with every default filled in. */
export interface Config {
  title: string;
  language: 'en' | 'es';
  engine: 'duckdb';
  originals: 'keep' | 'discard';
  /** A sentence that every page carries at its top, e.g. that the data are invented; null for none. */
  notice: string | null;
  /** Settings of red flags: flag, setting, value. Whether there are such flags is checked where they run. */
  flags: Record<string, Record<string, number | string[]>>;
  /** Absolute paths of reference files (lists of agencies with population). */
  references: string[];
  /** What publishers are told of who asks: an address of a person or a page; null where nobody is named. */
  contact: string | null;
  sources: SourceSpec[];
}

/** Reads and checks the project's configuration. Throws the errors of `readYaml`, and CF-CONFIG-003 for a missing reference. */
export async function readConfig(paths: ProjectPaths): Promise<Config> {
  const spec = await readYaml<ConfigSpec>(paths.config, 'project');
  const references = (spec.references ?? []).map((path) =>
    isAbsolute(path) ? path : resolve(paths.root, path),
  );
  for (const file of references) {
    if (!existsSync(file)) {
      throw new UserError(`The reference file ${file} does not exist.`, {
        code: 'CF-CONFIG-003',
        exit: exitCodes.usage,
        place: { file: paths.config },
        hint: 'Correct the path under "references" (paths are relative to counterfoil.yaml), or take the line out.',
      });
    }
  }
  return {
    title: spec.title,
    language: spec.language ?? 'en',
    engine: spec.engine ?? 'duckdb',
    originals: spec.originals ?? 'keep',
    notice: spec.notice ?? null,
    flags: spec.flags ?? {},
    references,
    contact: spec.contact ?? null,
    sources: spec.sources ?? [],
  };
}
