import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { exitCodes, UserError } from './errors.ts';
import type { ProjectPaths } from './paths.ts';
import { readYaml } from './yaml-file.ts';

/** `counterfoil.yaml` as a user may write it; `schemas/project.schema.json` is its published form. */
interface ConfigSpec {
  title: string;
  language?: 'en' | 'es';
  engine?: 'duckdb' | 'trino';
  trino?: {
    server: string;
    catalog: string;
    iceberg?: string;
    schema: string;
    user?: string;
    location: string;
    ca?: string;
  };
  originals?: 'keep' | 'discard';
  notice?: string;
  flags?: Record<string, Record<string, number | string[]>>;
  references?: string[];
  contact?: string;
  address?: string;
  sources?: SourceSpec[];
  serve?: ServeConfig;
  searches?: Partial<SearchesConfig>;
}

/** What a project says of its audit logs. */
export interface SearchesConfig {
  /** Whose log a file is where its content does not say: patterns of file names and labels, the first that fits. */
  organisations: readonly { files: string; label: string }[];
  /** Label of an organisation -> time zone in which the months and hours of its log are told, where its state's is not its own. */
  zones: Readonly<Record<string, string>>;
  /** Absolute path of a list of labels that a person has confirmed (`schemas/labels.schema.json`); null without one. */
  labels: string | null;
  /** Absolute paths of mapping files (`schemas/search-layout.schema.json`). */
  layouts: readonly string[];
  /** Absolute paths of rule packs (`schemas/pack.schema.json`): the user's own, and shipped ones once confirmed. */
  packs: readonly string[];
  /** Absolute path of what a person has decided on links with agencies (`schemas/links.schema.json`); null without one. */
  links: string | null;
}

/** The SQL server of a project. Its password or token is never in the file. */
export interface TrinoConfig {
  server: string;
  catalog: string;
  /** The catalog of built models where that is another one; null where it is `catalog`. */
  iceberg: string | null;
  schema: string;
  user: string;
  /** The project's folder as the server names it. */
  location: string;
  /** Absolute path of certificates in PEM, or null for the system's. */
  ca: string | null;
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

/** How `serve` behaves, as far as a user says so; `docs/serve.md` tells what else holds. */
export interface ServeConfig {
  hosts?: string[];
  cors?: string[];
  trust_proxy?: boolean;
  /** Absolute in a {@link Config}. */
  token_file?: string;
  sql?: boolean;
  requests_per_second?: number;
  burst?: number;
  connections?: number;
  connections_per_client?: number;
  cache_megabytes?: number;
  question_seconds?: number;
  waiting_questions?: number;
}

/** `counterfoil.yaml` with every default filled in. */
export interface Config {
  title: string;
  language: 'en' | 'es';
  engine: 'duckdb' | 'trino';
  /** The SQL server; null unless `engine` is trino. */
  trino: TrinoConfig | null;
  originals: 'keep' | 'discard';
  /** A sentence that every page carries at its top, e.g. that the data are invented; null for none. */
  notice: string | null;
  /** Settings of red flags: flag, setting, value. Whether there are such flags is checked where they run. */
  flags: Record<string, Record<string, number | string[]>>;
  /** Absolute paths of reference files (lists of agencies with population). */
  references: string[];
  /** What publishers are told of who asks: an address of a person or a page; null where nobody is named. */
  contact: string | null;
  /** Where the published site stands, with a slash at its end: feeds and citations lead there; null where it is not known. */
  address: string | null;
  sources: SourceSpec[];
  searches: SearchesConfig;
  serve: ServeConfig;
}

/** Reads and checks the project's configuration. Throws the errors of `readYaml`, CF-CONFIG-003 for a missing file, CF-CONFIG-004 for `engine: trino` without a server. */
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
    trino: spec.engine === 'trino' ? trinoConfig(spec, paths) : null,
    originals: spec.originals ?? 'keep',
    notice: spec.notice ?? null,
    flags: spec.flags ?? {},
    references,
    contact: spec.contact ?? null,
    address: spec.address === undefined ? null : spec.address.replace(/\/*$/, '/'),
    sources: spec.sources ?? [],
    searches: searchesConfig(spec.searches ?? {}, paths),
    serve: serveConfig(spec.serve ?? {}, paths),
  };
}

/** Whether the file of the token is there is looked at when it is needed. */
function serveConfig(spec: ServeConfig, paths: ProjectPaths): ServeConfig {
  const { token_file: file } = spec;
  return file === undefined ? spec : { ...spec, token_file: resolve(paths.root, file) };
}

function searchesConfig(spec: Partial<SearchesConfig>, paths: ProjectPaths): SearchesConfig {
  const found = (key: string, file: string): string => {
    const path = resolve(paths.root, file);
    if (existsSync(path)) return path;
    throw new UserError(`The file ${path} does not exist.`, {
      code: 'CF-CONFIG-003',
      exit: exitCodes.usage,
      place: { file: paths.config },
      hint: `Correct the path under "searches", "${key}" (it is relative to counterfoil.yaml), or take the line out.`,
    });
  };
  return {
    organisations: spec.organisations ?? [],
    zones: spec.zones ?? {},
    labels: spec.labels == null ? null : found('labels', spec.labels),
    layouts: (spec.layouts ?? []).map((file) => found('layouts', file)),
    packs: (spec.packs ?? []).map((file) => found('packs', file)),
    links: spec.links == null ? null : found('links', spec.links),
  };
}

function trinoConfig({ trino }: ConfigSpec, paths: ProjectPaths): TrinoConfig {
  if (!trino) {
    throw new UserError('"engine: trino" needs to be told which server.', {
      code: 'CF-CONFIG-004',
      exit: exitCodes.usage,
      place: { file: paths.config },
      hint: 'Add "trino:" with server, catalog, schema and location (see docs/trino.md), or take "engine: trino" out.',
    });
  }
  const ca = trino.ca === undefined ? null : resolve(paths.root, trino.ca);
  if (ca !== null && !existsSync(ca)) {
    throw new UserError(`The certificate file ${ca} does not exist.`, {
      code: 'CF-CONFIG-003',
      exit: exitCodes.usage,
      place: { file: paths.config },
      hint: 'Correct the path under "trino", "ca" (it is relative to counterfoil.yaml).',
    });
  }
  return { ...trino, iceberg: trino.iceberg ?? null, user: trino.user ?? 'counterfoil', ca };
}
