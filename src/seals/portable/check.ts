import { fromBase64, toBase64 } from '../../project/base64.ts';
import { canonicalJson, type Json } from '../../project/canonical.ts';
import { parseCheckpoint } from '../../project/checkpoint.ts';
import { typist } from '../../project/edition.ts';
import { citations } from './citation.ts';
import { checkCounts } from './counted.ts';
import { type OpenSeal, versionOf } from './document.ts';
import { digest, headFromProof, hex } from './hashes.ts';
import { openSeal, type Problem } from './open.ts';
import { pageForms, sealPage } from './page.ts';
import { checkReleased, isReleased } from './released/check.ts';
import { checkSignature, type SignatureFound } from './signature.ts';
import { readZip } from './zip.ts';

/** What a check of a seal came to. */
export interface SealReport {
  /** All parts that it lists are there. */
  complete: boolean;
  /** Every hash, count, proof and sentence in it agrees with the others. */
  valid: boolean;
  missing: string[];
  problems: Problem[];
  /** What was sealed; null where the file could not be read so far. */
  seal: {
    kind: string;
    id: string;
    title: string;
    statement: string;
    program: string;
    rows: number;
    /** Of a seal of a released table: the cells that the values are sums of. Such a seal has no rows. */
    cells?: number;
  } | null;
  signature: SignatureFound;
  /** The journal that the editions are entries of. */
  journal: { origin: string; size: number; head: string } | null;
  proves: string[];
  does_not_prove: string[];
}

/**
 * Checks a seal from its bytes alone: hashes, the count from the rows inside by plain means, proofs, the page and the
 * citation, the signature. Never throws for what the bytes say.
 *
 * @param signer the public key that the reader expects, if any: a seal without its signature is then not valid
 */
export async function checkSeal(bytes: Uint8Array, signer?: string): Promise<SealReport> {
  const zip = readZip(bytes);
  if ('problem' in zip) return report(null, [], [{ code: 'zip', says: zip.problem }]);
  if (isReleased(zip.files)) return checkReleased(zip.files, signer);
  const { seal, missing, problems } = await openSeal(zip.files);
  if (!seal) return report(null, missing, problems);
  const version = versionOf(seal.document.measures);
  if (seal.document.seal !== version) {
    const says = `it is a seal of version ${seal.document.seal}; this program checks version ${version} of what is in it`;
    return report(seal, missing, [...problems, { code: 'version', says }]);
  }
  problems.push(...checkEditions(seal), ...(await checkManifests(seal, zip.files)), ...checkCounts(seal));
  const journal = await checkProofs(seal, zip.files, problems);
  checkPages(seal, zip.files, problems);
  const signature = await checkSignature(seal.document.signer, zip.files, signer, problems);
  return report(seal, missing, problems, journal, signature);
}

function checkEditions({ document, editions }: OpenSeal): Problem[] {
  const problems: Problem[] = [];
  const say = (says: string) => problems.push({ code: 'edition', says });
  const ids = editions.map((edition) => edition.edition);
  if (new Set(ids).size !== ids.length) say('an edition is listed twice');
  for (const { edition, sha256 } of editions)
    if (edition.slice(0, 16) !== sha256.slice(0, 16))
      say(`edition ${edition} does not carry the hash of its file`);
  for (const measure of document.measures) {
    const used = measure.editions.map((id) => editions.find((edition) => edition.edition === id));
    if (used.length === 0 || used.includes(undefined)) say('a value rests on an edition that is not listed');
    const dated = used.flatMap((edition) =>
      edition && document.figure.sources.includes(edition.source) ? [edition] : [],
    );
    const { asOf, knownAt } = measure.query;
    for (const edition of dated) {
      if (
        asOf !== undefined &&
        edition.as_of > asOf &&
        edition.kind !== 'reference' &&
        edition.as_of_from !== 'undated'
      )
        say(`edition ${edition.edition} is later than the date asked for`);
      if (knownAt !== undefined && edition.obtained > knownAt)
        say(`edition ${edition.edition} was obtained later than the time asked for`);
    }
    if (
      asOf === undefined ? !dated.some((edition) => edition.as_of === measure.as_of) : measure.as_of !== asOf
    )
      say('the date of a value is not that of its editions');
  }
  for (const id of ids)
    if (!document.measures.some((measure) => measure.editions.includes(id)))
      say(`edition ${id} belongs to no value`);
  return problems;
}

/** The manifests say where rows begin and what the records' hash is; the journal names their own hash. */
async function checkManifests(seal: OpenSeal, files: ReadonlyMap<string, Uint8Array>): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const edition of seal.editions) {
    const bytes = files.get(`manifests/${edition.edition}.json`);
    const say = (says: string) =>
      problems.push({ code: 'manifest', says: `edition ${edition.edition}: ${says}` });
    const entry = addedEntry(seal, edition.edition);
    if (!bytes || !entry) {
      say(bytes ? 'no entry of the journal adds it' : 'its manifest is not there');
      continue;
    }
    if (entry.manifest !== undefined && hex(await digest(bytes)) !== entry.manifest)
      say('its manifest is not the one that the journal names');
    const manifest = parse(bytes);
    const same =
      manifest?.['sha256'] === edition.sha256 &&
      manifest['recordsSha256'] === edition.records_sha256 &&
      manifest['headerRows'] === edition.header_rows &&
      manifest['sheet'] === edition.sheet &&
      manifest['kind'] === edition.kind &&
      manifest['source'] === edition.source &&
      manifest['publisher'] === edition.publisher &&
      manifest['bytes'] === edition.bytes &&
      (manifest['accounting'] as { records?: number } | undefined)?.records === edition.records;
    if (!same) say('its manifest says otherwise than editions.json');
    const undated = [manifest?.['modified'], manifest?.['latestEvent']].every((date) => date === null);
    if (edition.as_of_from === 'undated' && !(undated && edition.publisher === typist))
      say('it is said to be undated, and is not a file of the user that nothing dates');
    if (entry.at !== edition.obtained) say('the journal says otherwise when it was obtained');
    const names = entriesOf(seal, edition.edition).map((one) => one.name);
    if (!names.includes(edition.name)) say('the journal knows it under another name');
  }
  return problems;
}

interface Line {
  seq?: number;
  type?: string;
  edition?: string;
  at?: string;
  name?: string;
  manifest?: string;
}

function entriesOf(seal: OpenSeal, edition: string): Line[] {
  return seal.entries
    .filter((entry) => entry.edition === edition)
    .map((entry) => (parse(new TextEncoder().encode(entry.line)) ?? {}) as Line);
}

function addedEntry(seal: OpenSeal, edition: string): Line | undefined {
  return entriesOf(seal, edition).findLast((entry) => entry.type === 'added');
}

async function checkProofs(
  seal: OpenSeal,
  files: ReadonlyMap<string, Uint8Array>,
  problems: Problem[],
): Promise<SealReport['journal']> {
  const checkpoint = parseCheckpoint(new TextDecoder().decode(files.get('journal/checkpoint')));
  if (!checkpoint) {
    problems.push({ code: 'checkpoint', says: 'journal/checkpoint is not a checkpoint' });
    return null;
  }
  for (const { edition, index, line, proof } of seal.entries) {
    const say = (says: string) =>
      problems.push({ code: 'proof', says: `entry ${index + 1} of the journal: ${says}` });
    const bytes = new TextEncoder().encode(line);
    const entry = parse(bytes) as Line | null;
    if (!entry || canonicalJson(entry as unknown as Json) !== line) say('is not canonical');
    else if (entry.seq !== index + 1 || entry.edition !== edition) say('is not the entry that the seal says');
    const head = await headFromProof(
      bytes,
      index,
      checkpoint.size,
      proof.map((part) => fromBase64(part) ?? new Uint8Array()),
    );
    if (!head || hex(head) !== hex(checkpoint.head)) say('its proof does not lead to the checkpoint');
  }
  if (seal.entries.some(({ edition }) => !seal.editions.some((one) => one.edition === edition))) {
    problems.push({ code: 'proof', says: 'an entry of the journal belongs to no edition of the seal' });
  }
  return { origin: checkpoint.origin, size: checkpoint.size, head: toBase64(checkpoint.head) };
}

/** The page and the citations are made again from the rest, so that no one can read in them what is not sealed. */
function checkPages(seal: OpenSeal, files: ReadonlyMap<string, Uint8Array>, problems: Problem[]): void {
  const decode = (name: string) => new TextDecoder().decode(files.get(name));
  const sql = new Map(seal.document.measures.map((measure) => [measure.sql, decode(measure.sql)]));
  const made = new Map<string, readonly string[]>([
    ...[...citations(seal.document, seal.editions)].map(([name, text]) => [name, [text]] as const),
    ['index.html', pageForms.map((form) => sealPage(seal, sql, form))],
  ]);
  for (const [name, texts] of made) {
    if (!texts.includes(decode(name)))
      problems.push({ code: 'page', says: `${name} says something else than the seal` });
  }
  if (statementOf(seal) !== seal.document.statement)
    problems.push({ code: 'statement', says: 'the statement is not what the values say' });
}

/** The value or the verdict in one sentence. */
export function statementOf({ document }: Pick<OpenSeal, 'document'>): string {
  const { figure, claim, measures } = document;
  if (claim)
    return `The sentence “${claim.sentence}” ${claim.verdict}: the records give ${claim.numbers.map((number) => number.value).join(', ')}.`;
  const [measure] = measures;
  const { unit } = figure;
  const value = measure?.value ?? '';
  const filters = Object.entries(measure?.query.where ?? {}).map(
    ([name, values]) => `${name}=${values.join('|')}`,
  );
  const named =
    unit.kind === 'count'
      ? `${value} ${value === '1' ? unit.one : unit.many}`
      : unit.kind === 'money'
        ? `${value} ${unit.currency}`
        : value;
  const until = measure?.query.until === undefined ? '' : `, events until ${measure.query.until}`;
  return `${figure.title}${filters.length === 0 ? '' : ` (${filters.join(', ')})`}: ${named}, as of ${measure?.as_of}${until}.`;
}

function parse(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  } catch {
    return null;
  }
}

function report(
  seal: OpenSeal | null,
  missing: string[],
  problems: Problem[],
  journal: SealReport['journal'] = null,
  signature: SealReport['signature'] = { state: 'none', signer: null },
): SealReport {
  const document = seal?.document;
  const valid = problems.length === 0 && document !== undefined;
  const complete = missing.length === 0 && !problems.some((problem) => problem.code === 'zip');
  const good = valid && complete;
  const rows = [...(seal?.rows.values() ?? [])].reduce((sum, part) => sum + part.length, 0);
  const parts = document?.measures.flatMap((measure) => measure.parts) ?? [];
  const held = parts.reduce((sum, { remainder }) => sum + (remainder?.rows ?? 0), 0);
  return {
    complete,
    valid,
    missing,
    problems,
    seal: document
      ? {
          kind: document.subject.kind,
          id: document.subject.id,
          title: document.title,
          statement: document.statement,
          program: document.program,
          rows,
        }
      : null,
    signature,
    journal,
    proves: good ? proven(rows, held, journal, signature) : [],
    does_not_prove: good ? unproven(held, signature) : [],
  };
}

function proven(
  rows: number,
  held: number,
  journal: SealReport['journal'],
  signature: SealReport['signature'],
): string[] {
  return [
    held === 0
      ? `The value follows from the ${rows} rows in the seal by plain counting, done again just now.`
      : `The value follows from the ${rows} rows in the seal by plain counting, done again just now, and from what the remainder is stated to add.`,
    'No part of the seal was changed after it was made without all the rest being made again with it.',
    ...(journal
      ? [`The editions are entries of the journal ${journal.origin} as it was at ${journal.size} entries.`]
      : []),
    ...(signature.state === 'good' ? [`The holder of the key ${signature.signer} signed it.`] : []),
  ];
}

function unproven(held: number, signature: SealReport['signature']): string[] {
  return [
    ...(held === 0
      ? []
      : [
          `What the ${held} rows on awards of individuals and sole proprietors add: they are one remainder, with count and sum, and cannot be opened. Whoever has the released files can count them.`,
        ]),
    'That the rows are in the released files: get a file with the hash in the seal and look at the places given.',
    'That no row was left out: for that, add the released file to a project and ask for the same figure.',
    'That other readings give what is listed: their rows are not in the seal.',
    'That the released files are right, or that nothing was released later.',
    ...(signature.state === 'good'
      ? ['Who holds the key: compare it with one that you were given another way.']
      : ['Who made it: it is not signed, and anyone can make a seal of invented rows.']),
  ];
}
