import type { SourceSpec } from '../project/config.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import type { Allowed } from './address.ts';
import { readyMade } from './ready-made.ts';

/** How a source is read. */
export type How =
  /** The address is the file. */
  | 'file'
  /** A page is read for the link to the file; `link` says which. */
  | 'page-link'
  /** The file sits in the page itself, as a `data:` link; `link` is its download name. */
  | 'data-link'
  /** USAspending: a request, then polling until the file is ready. */
  | 'usaspending-download'
  /** USAspending: a search, page by page. */
  | 'usaspending-search'
  /** An Atom feed in pages. */
  | 'atom'
  /** SAM.gov opportunities, page by page, with a key from the environment. */
  | 'sam'
  /** A folder of this machine. */
  | 'folder';

/** A source, complete: what `counterfoil.yaml` says over what the ready-made one says. */
export interface Source {
  id: string;
  title: string;
  publisher: string;
  url: string;
  how: How;
  /** A pattern, without its slashes, for the address or the download name; case does not matter. */
  link: string | null;
  /** Hours between two looks. */
  everyHours: number;
  /** The source, as editions name it, that its files are expected to belong to; null where that is open. */
  editions: string | null;
  /** Whether its rows are kept off every disk on the way. */
  sensitive: boolean;
  licence: string;
  /** Whether its rows may be given on. */
  redistribution: 'yes' | 'no' | 'ask';
  expect: string;
  /** What is asked for: agency, year, PIID. */
  with: Readonly<Record<string, string>>;
  /** The variable of the environment that holds the key, or null. */
  keyFrom: string | null;
  allowed: Allowed;
}

/** A ready-made source, as its data file holds it. */
export type ReadySource = Omit<Source, 'with' | 'allowed'> & {
  /** The day on which the address was last seen to answer as expected; null where nobody has. */
  confirmed: string | null;
  /** Where the address is from, in words. */
  known_from: string;
};

/**
 * The sources that a project turns on. Throws CF-FETCH-020 for a name that is no ready-made source, and CF-FETCH-021
 * where a source of one's own lacks its address or its rhythm cannot be read.
 */
export function sourcesOf(specs: readonly SourceSpec[]): Source[] {
  return specs.map((spec) => {
    const ready = spec.use === undefined ? undefined : readyMade.find((one) => one.id === spec.use);
    if (spec.use !== undefined && !ready) throw unknown(spec.use);
    const id = spec.id ?? ready?.id;
    const url = spec.url ?? spec.folder ?? ready?.url;
    if (id === undefined || url === undefined) {
      throw mistake(
        'CF-FETCH-021',
        'A source of your own needs an id and an url (or a folder).',
        'Or turn a ready-made one on with "use:".',
      );
    }
    const missing = [...url.matchAll(/\{([a-z_]+)\}/g)]
      .map((found) => found[1] as string)
      .find((name) => spec.with?.[name] === undefined);
    if (missing !== undefined)
      throw mistake(
        'CF-FETCH-021',
        `The source ${id} needs "${missing}".`,
        `Write it under "with:", e.g. with: { ${missing}: … }.`,
      );
    checkPattern(spec.link, id);
    const filled = url.replace(/\{([a-z_]+)\}/g, (_whole, name: string) =>
      encodeURIComponent(spec.with?.[name] ?? ''),
    );
    return {
      id,
      title: ready?.title ?? id,
      publisher: ready?.publisher ?? 'not stated',
      url: filled,
      how: spec.folder === undefined ? (spec.how ?? ready?.how ?? 'file') : 'folder',
      link: spec.link ?? ready?.link ?? null,
      everyHours: hoursOf(spec.every) ?? ready?.everyHours ?? 24,
      editions: ready?.editions ?? null,
      sensitive: spec.sensitive ?? ready?.sensitive ?? false,
      licence: ready?.licence ?? 'not stated',
      redistribution: ready?.redistribution ?? 'ask',
      expect: ready?.expect ?? '',
      with: spec.with ?? {},
      keyFrom: ready?.keyFrom ?? null,
      allowed: {
        http: spec.allow?.includes('http') ?? false,
        private: spec.allow?.includes('private') ?? false,
      },
    };
  });
}

function checkPattern(pattern: string | undefined, id: string): void {
  try {
    new RegExp(pattern ?? '', 'i');
  } catch {
    throw mistake(
      'CF-FETCH-021',
      `The pattern under "link" of ${id} is none.`,
      'Write a regular expression such as participating[^/]*\\.xlsx.',
    );
  }
}

function hoursOf(every: string | undefined): number | undefined {
  const [, number, unit] = /^(\d{1,4})(h|d)$/.exec(every ?? '') ?? [];
  return number === undefined ? undefined : Math.max(1, Number(number)) * (unit === 'd' ? 24 : 1);
}

function unknown(name: string): UserError {
  const known = readyMade.map((one) => one.id);
  const close = nearest(name, known);
  return mistake(
    'CF-FETCH-020',
    `There is no ready-made source "${name}".`,
    close ? `Did you mean "${close}"?` : `There are: ${known.join(', ')}.`,
  );
}

function mistake(code: string, message: string, hint: string): UserError {
  return new UserError(message, { code, exit: exitCodes.usage, hint });
}
