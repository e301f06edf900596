import type { SealReport } from '../check.ts';
import type { SealDocument } from '../document.ts';
import { compareFiles, type Problem, readJson, readLines } from '../open.ts';
import { pageForms } from '../page.ts';
import { checkSignature, type SignatureFound } from '../signature.ts';
import {
  type OpenReleased,
  type ReleasedDocument,
  releasedFiles,
  releasedForm,
  releasedVersion,
  type SealedCell,
} from './document.ts';
import { releasedCitations, releasedPage, releasedStatement, titleOf } from './page.ts';
import { cellShape, releasedShape } from './shape.ts';
import { checkReleasedClaim, checkReleases, checkTables, checkValues } from './tables.ts';

/** Whether the files are a seal of released cells. */
export function isReleased(files: ReadonlyMap<string, Uint8Array>): boolean {
  try {
    const head = JSON.parse(
      new TextDecoder().decode(files.get('seal.json')),
    ) as Partial<ReleasedDocument> | null;
    return head?.form === releasedForm;
  } catch {
    return false;
  }
}

/** Takes a seal of released cells apart, as `openSeal` does with one of rows. */
export async function openReleased(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<{ seal: OpenReleased | null; missing: string[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const stop = (code: string, says: string) => ({
    seal: null,
    missing: [],
    problems: [...problems, { code, says }],
  });
  const document = readJson(files.get('seal.json'), releasedShape) as ReleasedDocument | null;
  if (!document) return stop('form', 'seal.json has not the form of a seal, or is not canonical');
  const needed = new Set([...releasedFiles, ...document.tables.map(({ file }) => file)]);
  const { missing, wrong } = await compareFiles(
    document as Pick<SealDocument, 'files' | 'signer'>,
    files,
    needed,
  );
  problems.push(...wrong);
  if (missing.length > 0) return { seal: null, missing, problems };
  const cells = new Map<string, SealedCell[]>();
  for (const { file } of document.tables) {
    const read = readLines<SealedCell>(files.get(file), cellShape);
    if (!read) return stop('form', `${file} has a line that is not a released cell, or not canonical`);
    cells.set(file, read);
  }
  return { seal: { document, cells }, missing, problems };
}

/** Checks a seal of released cells from its files. Never throws for what they say. */
export async function checkReleased(
  files: ReadonlyMap<string, Uint8Array>,
  signer?: string,
): Promise<SealReport> {
  const { seal, missing, problems } = await openReleased(files);
  if (!seal) return report(null, missing, problems);
  const { document } = seal;
  if (document.seal !== releasedVersion)
    problems.push({
      code: 'version',
      says: `it is a seal of version ${document.seal}; this program checks version ${releasedVersion}`,
    });
  problems.push(
    ...checkSubject(document),
    ...checkReleases(document),
    ...checkTables(seal),
    ...checkValues(seal),
    ...(document.claim ? checkReleasedClaim(document, document.claim) : []),
    ...checkPages(seal, files),
  );
  const signature = await checkSignature(document.signer, files, signer, problems);
  return report(seal, missing, problems, signature);
}

function checkSubject(document: ReleasedDocument): Problem[] {
  const { subject, claim, figure, title } = document;
  const own = claim === null ? { kind: 'figure', id: figure.id } : { kind: 'claim', id: claim.id };
  return subject.kind === own.kind && subject.id === own.id && title === titleOf(document)
    ? []
    : [{ code: 'subject', says: 'it says that something else is sealed than what is in it' }];
}

/** The page and the citations are made again from the rest, so that no one can read in them what is not sealed. */
function checkPages(seal: OpenReleased, files: ReadonlyMap<string, Uint8Array>): Problem[] {
  const made = new Map<string, readonly string[]>([
    ...[...releasedCitations(seal.document)].map(([name, text]) => [name, [text]] as const),
    ['index.html', pageForms.map((form) => releasedPage(seal, form))],
  ]);
  const problems: Problem[] = [...made]
    .filter(([name, texts]) => !texts.includes(new TextDecoder().decode(files.get(name))))
    .map(([name]) => ({ code: 'page', says: `${name} says something else than the seal` }));
  if (releasedStatement(seal.document) !== seal.document.statement)
    problems.push({ code: 'statement', says: 'the statement is not what the values say' });
  return problems;
}

function report(
  seal: OpenReleased | null,
  missing: string[],
  problems: Problem[],
  signature: SignatureFound = { state: 'none', signer: null },
): SealReport {
  const document = seal?.document;
  const [complete, valid] = [missing.length === 0, problems.length === 0 && document !== undefined];
  const good = complete && valid && document;
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
          rows: 0,
          cells: document.values.reduce((sum, { cells }) => sum + cells, 0),
        }
      : null,
    signature,
    journal: null,
    proves: good ? proven(document, signature) : [],
    does_not_prove: good ? unproven(document, signature) : [],
  };
}

function proven(document: ReleasedDocument, signature: SignatureFound): string[] {
  return [
    ...document.values.map(({ value, cells, table }) => {
      const title = document.tables[table]?.title;
      return cells === 1
        ? `${value} is a shown cell of the released table “${title}” in the seal.`
        : `${value} is the sum of ${cells} shown cells of the released table “${title}” in the seal, added up again just now.`;
    }),
    'No hidden cell is a part of it, and no row of a log is in the seal.',
    'No part of the seal was changed after it was made without all the rest being made again with it.',
    ...(signature.state === 'good' ? [`The holder of the key ${signature.signer} signed it.`] : []),
  ];
}

function unproven(document: ReleasedDocument, signature: SignatureFound): string[] {
  return [
    'That the table counts what the logs hold: the rows are with the holder of the log, no part of them is here, and a stranger cannot count them again.',
    `That this is the table that was published: compare it with the one of the release of ${document.releases.at(-1)?.date}${document.address === undefined ? ' on the site' : ` (${document.address})`}.`,
    'What the cells marked [c] and [x] hold.',
    'That the logs are right or complete: a month is counted once, at its first release, and what came later for it is not counted.',
    ...(signature.state === 'good'
      ? ['Who holds the key: compare it with one that you were given another way.']
      : ['Who made it: it is not signed, and anyone can make a seal of an invented table.']),
  ];
}
