import { type Claim, partsOf } from '../claims/claim.ts';
import type { Verdict } from '../claims/verdict.ts';
import type { Figure, Query } from '../figures/figure.ts';
import type { Registry } from '../figures/kind.ts';
import type { ReleasePlan } from '../figures/release.ts';
import type { Lang } from '../language/lang.ts';
import { canonicalJson, type Json } from '../project/canonical.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import type { NoteSigner } from '../project/note.ts';
import type { PublishedRelease } from '../publication/published.ts';
import { closedFigures, onRelease } from '../publication/released-verdicts.ts';
import { closeSeal } from './close-seal.ts';
import { sealedFigure, sealedTable } from './declaration.ts';
import { digest, hex } from './portable/hashes.ts';
import { cellName, chosenCells } from './portable/released/cells.ts';
import {
  type Filters,
  type ReleasedDocument,
  releasedForm,
  releasedVersion,
  type SealedCell,
  type SealedReleaseClaim,
  type SealedTable,
  type SealedValue,
} from './portable/released/document.ts';
import { releasedCitations, releasedPage, releasedStatement, titleOf } from './portable/released/page.ts';

/** What a seal of released cells is made from: what has left, and nothing of the records. */
export interface ReleasedContext {
  registry: Registry;
  /** Of all kinds, as pages are handed them. */
  releases: readonly PublishedRelease[];
  project: string;
  program: string;
  language: Lang;
  signer?: NoteSigner;
  /** Where a reader finds the claim or the table in a dated copy of the site made on the day of the release or later. */
  address?(subject: ReleasedDocument['subject'], table: string, since: string): string | undefined;
}

/** Whether a figure is of a kind that leaves as released tables alone. */
export function isClosed(registry: Pick<Registry, 'kinds'>, id: string): boolean {
  return registry.kinds.some(
    (kind) => kind.release !== undefined && kind.figures.some((figure) => figure.id === id),
  );
}

/** Seals one value of a figure that a released table shows. Throws CF-SEAL-002 where none does. */
export async function sealReleasedFigure(
  context: ReleasedContext,
  figure: Figure,
  query: Query,
): Promise<Uint8Array> {
  if (query.asOf !== undefined || query.until !== undefined || query.knownAt !== undefined)
    throw notReleased('a released month stays as it was, so that there is none of another date');
  const parts = new ReleasedParts(context, figure);
  parts.value(query.where as Filters, true);
  return finish(context, parts, { kind: 'figure', id: figure.id }, null);
}

/**
 * Seals the verdict on a claim, as it is published: each of its numbers is one cell of a released table. The rows are not
 * looked at. Throws CF-SEAL-002 where the tables do not hold them all.
 */
export async function sealReleasedClaim(context: ReleasedContext, claim: Claim): Promise<Uint8Array> {
  const figure = context.registry.figure(claim.figure ?? '') as Figure;
  if (claim.change || claim.as_of !== undefined || claim.until !== undefined)
    throw notReleased('a released month stays as it was, and the sentence asks for a change or another date');
  const parts = new ReleasedParts(context, figure);
  const positions = partsOf(claim).map((part) => parts.value(part.where as Filters, false));
  const blank: Verdict = {
    id: claim.id,
    claim,
    verdict: 'not checkable',
    why: null,
    figure: figure.id,
    unit: null,
    numbers: [],
    search: null,
    range: null,
    editions: [],
    says: [],
  };
  const verdict = onRelease(blank, parts.fixed, figure, parts.release.tables);
  if (verdict === null || verdict.verdict === 'not checkable')
    throw notReleased('the released tables do not hold every number of the sentence');
  const numbers = verdict.numbers.map(({ stated, value, holds }, index) => {
    const position = positions[index] as number;
    if (parts.values[position]?.value !== value) throw new Error('a seal and a verdict read different cells');
    return { stated, value: position, holds };
  });
  const sealed: SealedReleaseClaim = {
    id: claim.id,
    sentence: claim.sentence,
    published: { ...claim.published } as Record<string, string>,
    verdict: verdict.verdict,
    numbers,
  };
  return finish(context, parts, { kind: 'claim', id: claim.id }, sealed);
}

/** Values with the tables that they are of, each once. */
class ReleasedParts {
  readonly values: SealedValue[] = [];
  readonly tables: SealedTable[] = [];
  readonly cells = new Map<string, SealedCell[]>();
  readonly figure: Figure;
  readonly fixed: Filters;
  readonly release: PublishedRelease;
  readonly #plan: ReleasePlan;

  constructor({ registry, releases }: ReleasedContext, figure: Figure) {
    const kind = registry.kinds.find((one) => one.figures.some(({ id }) => id === figure.id));
    const closed = closedFigures(registry).find((one) => one.figure.id === figure.id);
    const release = releases.find((one) => one.kind === kind?.id);
    if (!closed || !kind?.release) throw notReleased(`no released table counts what ${figure.id} counts`);
    if (!release || release.months.length === 0)
      throw notReleased('nothing has been released yet; "counterfoil publish" does');
    this.figure = figure;
    this.fixed = closed.fixed as Filters;
    this.release = release;
    this.#plan = kind.release;
  }

  /**
   * Adds the value under the filters and returns its position.
   *
   * @param sums whether cells may be added up, and a year counted so far; else it is one cell of a whole year or a month
   */
  value(where: Filters, sums: boolean): number {
    const asked = Object.fromEntries(
      Object.entries(where).map(([name, values]) => [name, [...new Set(values)].sort()]),
    );
    const clash = Object.keys(asked).find((name) => Object.hasOwn(this.fixed, name));
    if (clash !== undefined) throw notReleased(`${this.figure.id} says itself which ${clash} it counts`);
    const known = this.values.findIndex((one) => canonicalJson(one.where) === canonicalJson(asked));
    if (known >= 0) return known;
    const all = { ...asked, ...this.fixed };
    // The table that tells the least beside what is asked for comes first.
    const tables = [...this.release.tables].sort((a, b) => a.by.length - b.by.length);
    const refusals: { why: string; hidden: boolean }[] = [];
    for (const { id, rows } of tables) {
      const table = sealedTable(this.#plan, id);
      if (table === null || (!sums && table.by.length !== Object.keys(all).length)) continue;
      const sorted = [...rows].sort((a, b) => (cellName(table, a) < cellName(table, b) ? -1 : 1));
      const found = chosenCells(table, sorted, all);
      if ('why' in found) refusals.push(found);
      else if (sums || (found.cells.length === 1 && found.through === null)) {
        const position = this.#add({ ...table, rows: sorted });
        const { value, through, cells } = found;
        this.values.push({ where: asked, table: position, cells: cells.length, through, value });
        return this.values.length - 1;
      } else {
        const why = `a sentence is judged on one cell of a month or a whole year; this is of ${found.cells.length} cells${found.through === null ? '' : `, counted through ${found.through}`}`;
        refusals.push({ why, hidden: false });
      }
    }
    const told =
      refusals.find(({ hidden }) => hidden) ?? refusals.find(({ why }) => !why.includes(' does not tell '));
    throw notReleased(told?.why ?? 'no released table is by what is asked for');
  }

  #add({ rows, ...table }: Omit<SealedTable, 'cells' | 'hidden' | 'file'> & { rows: SealedCell[] }): number {
    const known = this.tables.findIndex(({ id }) => id === table.id);
    if (known >= 0) return known;
    const file = `released/${table.id}.ndjson`;
    // Made anew, so that nothing is written beside what a cell is.
    this.cells.set(
      file,
      rows.map(({ values, through, shown }) => ({ values, through, shown })),
    );
    const hidden = rows.filter(({ shown }) => shown === '[c]').length;
    this.tables.push({ ...table, cells: rows.length, hidden, file });
    return this.tables.length - 1;
  }
}

async function finish(
  context: ReleasedContext,
  parts: ReleasedParts,
  subject: ReleasedDocument['subject'],
  claim: SealedReleaseClaim | null,
): Promise<Uint8Array> {
  const since = parts.release.releases.at(-1)?.date ?? '';
  const address = context.address?.(subject, parts.tables[0]?.id ?? '', since);
  const figure = sealedFigure(parts.figure);
  const document: ReleasedDocument = {
    seal: releasedVersion,
    form: releasedForm,
    language: context.language,
    subject,
    title: titleOf({ claim, figure, language: context.language }),
    statement: '',
    program: context.program,
    project: context.project,
    ...(address === undefined ? {} : { address }),
    figure,
    counts: parts.fixed,
    claim,
    releases: parts.release.releases.map(({ date, months }) => ({ date, months })),
    tables: parts.tables,
    values: parts.values,
    signer: context.signer?.verifier ?? null,
    files: {},
  };
  // Read back as a verifier reads it, so that the page is made of the same text, keys in the same order.
  const plain = JSON.parse(canonicalJson(document as unknown as Json)) as ReleasedDocument;
  plain.statement = releasedStatement(plain);
  const cells = new Map<string, SealedCell[]>();
  const files = new Map<string, Uint8Array>();
  const put = (name: string, text: string) => files.set(name, new TextEncoder().encode(text));
  for (const [name, rows] of parts.cells) {
    const lines = rows.map((row) => canonicalJson(row as unknown as Json));
    put(name, lines.map((line) => `${line}\n`).join(''));
    cells.set(
      name,
      lines.map((line) => JSON.parse(line) as SealedCell),
    );
    const bytes = files.get(name) as Uint8Array;
    // The citations name the tables by their hashes.
    plain.files[name] = { sha256: hex(await digest(bytes)), bytes: bytes.length };
  }
  for (const [name, text] of releasedCitations(plain)) put(name, text);
  put('index.html', releasedPage({ document: plain, cells }));
  return closeSeal(plain, files, context.signer);
}

function notReleased(why: string): UserError {
  return new UserError(`No released table shows it: ${why}.`, {
    code: 'CF-SEAL-002',
    exit: exitCodes.usage,
    hint: 'Of searches, what a released table shows can be sealed: a month or a whole year with an organisation, a network, or a stated reason. "counterfoil publish" releases; the tables are on the site.',
  });
}
