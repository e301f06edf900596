import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../claims/claim.ts';
import { judge } from '../claims/judge.ts';
import type { Verdict } from '../claims/verdict.ts';
import { answer, type Workbench } from '../figures/answer.ts';
import { type Figure, type Query, withReadings } from '../figures/figure.ts';
import type { Registry } from '../figures/kind.ts';
import type { Receipt } from '../figures/receipt.ts';
import { toBase64 } from '../project/base64.ts';
import { canonicalJson, type Json } from '../project/canonical.ts';
import { checkpointText } from '../project/checkpoint.ts';
import { listsPersons } from '../project/edition.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { parseEntry } from '../project/journal.ts';
import { logCheckpoint, readLog } from '../project/journal-log.ts';
import { inclusionProof } from '../project/merkle.ts';
import { type NoteSigner, signNote } from '../project/note.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { editionFolder } from '../project/store.ts';
import { leavingReceipt } from '../publication/leaving-receipt.ts';
import { openKinds } from '../publication/open.ts';
import { closeSeal } from './close-seal.ts';
import { sealedFigure } from './declaration.ts';
import { statementOf } from './portable/check.ts';
import { citations } from './portable/citation.ts';
import {
  type OpenSeal,
  type SealDocument,
  type SealedClaim,
  type SealedEdition,
  type SealedEntry,
  type SealedMeasure,
  type SealedReading,
  type SealedRow,
  versionOf,
} from './portable/document.ts';
import { sealPage } from './portable/page.ts';
import { recountPart, workOut } from './portable/values.ts';

/** What a seal is made from. */
export interface SealContext {
  bench: Workbench;
  registry: Registry;
  paths: ProjectPaths;
  /** The title of the project. */
  project: string;
  /** `counterfoil 0.1.0`. */
  program: string;
  signer?: NoteSigner;
  /** Where a reader finds the subject in a dated copy of the site that was made from all these editions; undefined where there is none. */
  address?(subject: SealDocument['subject'], editions: ReadonlySet<string>): string | undefined;
}

/** Rows of one seal at most: more would be a file that nobody opens. */
const mostRows = 500_000;

/** Seals one value of a figure. Throws CF-SEAL-001 where it has none and CF-SEAL-002 for records of searches. */
export async function sealFigure(context: SealContext, figure: Figure, query: Query): Promise<Uint8Array> {
  const parts = new SealParts();
  await parts.measure(context, figure, { ...query, by: [] });
  const readings: SealedReading[] = [];
  for (const reading of figure.readings) {
    const found = await answer(context.bench, withReadings(figure, [reading]), { ...query, by: [] });
    const value = found.rows[0]?.value ?? null;
    readings.push({ says: reading.says, why: reading.why, value: value === null ? null : String(value) });
  }
  return finish(context, figure, parts, { kind: 'figure', id: figure.id }, figure.title, null, {
    readings,
    tried: readings.length,
  });
}

/** Seals the verdict on a claim. Throws CF-SEAL-003 where it is not checkable. */
export async function sealClaim(context: SealContext, claim: Claim): Promise<Uint8Array> {
  const verdict = await judge(context.bench, context.registry, claim);
  const figure = context.registry.figure(claim.figure ?? '');
  if (!figure || verdict.verdict === 'not checkable') throw notCheckable(verdict);
  const parts = new SealParts();
  const numbers: SealedClaim['numbers'] = [];
  for (const number of verdict.numbers) {
    const measures: number[] = [];
    for (const end of number.ends) {
      const query: Query = { where: number.where, by: [] };
      if (end.day !== null) query.asOf = end.day;
      if (claim.until !== undefined) query.until = claim.until;
      measures.push(await parts.measure(context, figure, query));
    }
    const where = number.where as Record<string, readonly string[]>;
    numbers.push({
      stated: number.stated,
      where,
      measures,
      value: number.value as string,
      holds: number.holds,
    });
  }
  const sealed: SealedClaim = {
    id: claim.id,
    sentence: claim.sentence,
    published: { ...claim.published } as Record<string, string>,
    change: claim.change ?? null,
    verdict: verdict.verdict,
    numbers,
  };
  const subject = { kind: 'claim', id: claim.id } as const;
  return finish(
    context,
    figure,
    parts,
    subject,
    `Verdict on a sentence: ${figure.title}`,
    sealed,
    readingsOf(verdict),
  );
}

function readingsOf({ search }: Verdict): { readings: SealedReading[]; tried: number } {
  const found = search === null ? [] : [...search.fits, ...search.closest, ...search.alternatives];
  const readings = found.map((reading) => ({
    says: reading.says,
    why: reading.readings.map(({ why }) => why).join(' '),
    value: reading.values.map((value) => value.shown).join(', '),
  }));
  const unique = new Map(readings.map((reading) => [canonicalJson(reading), reading]));
  return { readings: [...unique.values()], tried: search?.tried ?? 0 };
}

/** Values with their rows, each question once. */
class SealParts {
  readonly measures: SealedMeasure[] = [];
  readonly rows = new Map<string, SealedRow[]>();
  readonly sql = new Map<string, string>();
  readonly editions = new Set<string>();
  readonly #known = new Map<string, number>();

  /** Adds the value of a figure under a query and returns its position. */
  async measure(context: SealContext, figure: Figure, query: Query): Promise<number> {
    const key = canonicalJson({ ...query } as unknown as Json);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = await leavingReceipt(context.bench, context.registry, figure, query, context.program, {
      limit: mostRows + 1,
    });
    const [row] = found.answer.rows;
    if (row === undefined || row.value === null) throw noValue(figure, row?.['why']);
    refuseSearches(context, found);
    const index = this.measures.length;
    const parts = found.parts.map((part, place) => {
      if (part.total > mostRows) throw tooMany(part.total);
      const file = `rows/${index + 1}-${place + 1}.ndjson`;
      const rows = part.rows.map((one) => JSON.parse(canonicalJson(one as unknown as Json)) as SealedRow);
      this.rows.set(file, rows);
      const form = part.form as SealedMeasure['parts'][number]['form'];
      const { says, once, total } = part;
      const held = part.remainder && {
        remainder: { rows: part.remainder.rows, adds: String(part.remainder.adds) },
      };
      const counted = recountPart({ form, once, says, ...held }, rows);
      return { says, form, once, total, ...held, value: counted, file };
    });
    const rows = this.rows.get(parts[0]?.file ?? '') ?? [];
    const worked = workOut(
      figure as unknown as SealDocument['figure'],
      parts.map((part) => part.value),
      rows,
    );
    const sql = `sql/${index + 1}.sql`;
    this.sql.set(sql, `${found.sql}\n`);
    const { by: _by, ...asked } = query;
    const editions = found.editions.map((note) => note.edition);
    for (const edition of editions) this.editions.add(edition);
    this.measures.push({
      query: asked as SealedMeasure['query'],
      as_of: found.answer.as_of as string,
      value: worked?.value ?? String(row.value),
      sql,
      parts,
      editions,
    });
    this.#known.set(key, index);
    return index;
  }
}

async function finish(
  context: SealContext,
  figure: Figure,
  parts: SealParts,
  subject: SealDocument['subject'],
  title: string,
  claim: SealedClaim | null,
  { readings, tried }: { readings: SealedReading[]; tried: number },
): Promise<Uint8Array> {
  const editions = sealedEditions(context, parts.editions);
  const { entries, checkpoint } = journalOf(context, parts.editions);
  const document: SealDocument = {
    seal: versionOf(parts.measures),
    subject,
    title,
    statement: '',
    program: context.program,
    project: context.project,
    ...addressOf(context, subject, parts.editions),
    figure: sealedFigure(figure),
    claim,
    measures: parts.measures,
    readings,
    readings_tried: tried,
    signer: context.signer?.verifier ?? null,
    files: {},
  };
  document.statement = statementOf({ document });
  // Read back as a verifier reads it, so that the page is made of the same text, keys in the same order.
  const plain = JSON.parse(canonicalJson(document as unknown as Json)) as SealDocument;
  const seal: OpenSeal = { document: plain, editions, entries, rows: parts.rows };
  const files = new Map<string, Uint8Array>();
  const put = (name: string, text: string | Uint8Array) =>
    files.set(name, typeof text === 'string' ? new TextEncoder().encode(text) : text);
  for (const [name, text] of citations(plain, editions)) put(name, text);
  for (const [name, text] of parts.sql) put(name, text);
  for (const [name, rows] of parts.rows)
    put(name, rows.map((row) => `${canonicalJson(row as unknown as Json)}\n`).join(''));
  for (const { edition } of editions) put(`manifests/${edition}.json`, manifestOf(context, edition));
  put('editions.json', `${canonicalJson(editions as unknown as Json)}\n`);
  put('journal/entries.json', `${canonicalJson(entries as unknown as Json)}\n`);
  put(
    'journal/checkpoint',
    context.signer ? await signNote(checkpoint, [context.signer]) : `${checkpoint}\n`,
  );
  put('index.html', sealPage(seal, parts.sql));
  return closeSeal(plain, files, context.signer);
}

/** The manifest as it stands, since the journal names its hash. Throws CF-SEAL-008 where it tells places of persons. */
function manifestOf({ paths }: SealContext, edition: string): Uint8Array {
  const bytes = readFileSync(join(editionFolder(paths, edition), '_manifest.json'));
  if (!listsPersons(bytes)) return bytes;
  throw new UserError(
    `The manifest of the edition ${edition} lists in which rows individuals and sole proprietors stand.`,
    {
      code: 'CF-SEAL-008',
      exit: exitCodes.usage,
      hint: 'An earlier version of the program wrote it. Take the edition out with "counterfoil remove" and add its file again.',
    },
  );
}

function addressOf(
  context: SealContext,
  subject: SealDocument['subject'],
  editions: ReadonlySet<string>,
): Pick<SealDocument, 'address'> {
  const address = context.address?.(subject, editions);
  return address === undefined ? {} : { address };
}

function sealedEditions(context: SealContext, used: ReadonlySet<string>): SealedEdition[] {
  return context.bench.editions
    .filter((edition) => used.has(edition.edition))
    .sort((a, b) => (a.edition < b.edition ? -1 : 1))
    .map((edition) => ({
      edition: edition.edition,
      name: edition.names[0] as string,
      kind: edition.kind,
      source: edition.source,
      publisher: edition.publisher,
      as_of: edition.asOf,
      as_of_from: edition.asOfFrom,
      sha256: edition.sha256,
      bytes: edition.bytes,
      sheet: edition.sheet,
      header_rows: edition.headerRows,
      records: edition.accounting.records,
      records_sha256: edition.recordsSha256,
      obtained: edition.obtained,
    }));
}

/** The journal's entries about the editions, with their proofs, and the checkpoint that these lead to. */
function journalOf(
  context: SealContext,
  used: ReadonlySet<string>,
): { entries: SealedEntry[]; checkpoint: string } {
  const log = readLog(context.paths);
  const entries = log.lines.flatMap((line, index) => {
    const edition = parseEntry(line, index + 1)?.edition ?? '';
    return used.has(edition)
      ? [{ edition, index, line, proof: inclusionProof(log.leaves, index).map(toBase64) }]
      : [];
  });
  return { entries, checkpoint: checkpointText(logCheckpoint(log)) };
}

/** Rows of searches never leave, and an exact count of them only through the released table. */
function refuseSearches(context: SealContext, found: Receipt): void {
  const open = new Set(openKinds(context.registry).map((kind) => kind.id));
  const kinds = new Set(
    context.bench.editions
      .filter((edition) => found.editions.some((note) => note.edition === edition.edition))
      .map((edition) => edition.kind),
  );
  if ([...kinds].every((kind) => open.has(kind))) return;
  throw new UserError('Records of searches are not sealed row by row.', {
    code: 'CF-SEAL-002',
    exit: exitCodes.usage,
    hint: 'Publish first: what a released table shows can be sealed, and holds no rows.',
  });
}

function noValue(figure: Figure, why: unknown): UserError {
  const reason = why === undefined ? 'no row is counted' : String(why);
  return new UserError(`${figure.title} has no value to seal: ${reason}.`, {
    code: 'CF-SEAL-001',
    exit: exitCodes.usage,
    hint: 'Ask for a date on which there is an edition, and for a filter that some row satisfies.',
  });
}

function notCheckable(verdict: Verdict): UserError {
  return new UserError(
    `The claim "${verdict.id}" is not checkable: ${verdict.why ?? 'no figure is named'}.`,
    {
      code: 'CF-SEAL-003',
      exit: exitCodes.usage,
      hint: 'A seal holds the rows behind a verdict; there are none.',
    },
  );
}

function tooMany(total: number): UserError {
  return new UserError(`${total} rows are too many for one seal (at most ${mostRows}).`, {
    code: 'CF-SEAL-004',
    exit: exitCodes.usage,
    hint: 'Narrow it with --where or --until.',
  });
}
