import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listsPersons } from '../project/edition.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes } from '../project/errors.ts';
import { programVersion } from '../project/version.ts';
import { againstLog } from '../seals/against-log.ts';
import { againstSite } from '../seals/against-site.ts';
import { declarationProblems, releasedProblems } from '../seals/declaration.ts';
import { checkSeal, type SealReport } from '../seals/portable/check.ts';
import type { OpenSeal } from '../seals/portable/document.ts';
import { openSeal, type Problem } from '../seals/portable/open.ts';
import { isReleased, openReleased } from '../seals/portable/released/check.ts';
import type { OpenReleased } from '../seals/portable/released/document.ts';
import { readZip } from '../seals/portable/zip.ts';
import type { CommandOptions } from './commands.ts';
import { text } from './options.ts';
import { printText } from './output.ts';

/** `counterfoil verify FILE`: checks a seal from its bytes; no project is needed. Exit code 1 where it does not hold. */
export async function verifySeal(file: string, options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const bytes = readFileSync(file);
  const found = await checkSeal(bytes, text(options, 'signer'));
  await againstProgram(found, bytes);
  const log = text(options, 'log');
  if (log !== undefined) await withLog(found, bytes, resolve(effects.cwd, log));
  const site = text(options, 'site');
  if (site !== undefined) await withSite(found, bytes, resolve(effects.cwd, site));
  printText(effects, options, found, describeSeal(found));
  if (namesPersons(bytes)) effects.stderr.write(`${passItOnNoMore}\n`);
  return found.complete && found.valid ? exitCodes.fine : exitCodes.differs;
}

const passItOnNoMore =
  'Made by an earlier version: it tells in which rows individuals and sole proprietors stand. Seal the value again, and pass this file on no further.';

/** Whether a seal of an earlier version tells the places of persons: its manifests then list them. */
function namesPersons(bytes: Uint8Array): boolean {
  const zip = readZip(bytes);
  if ('problem' in zip) return false;
  return [...zip.files].some(([name, content]) => name.startsWith('manifests/') && listsPersons(content));
}

/**
 * Compares the definition and the SQL with those of this program, where the seal was made by the same version: a seal
 * cannot be made to say that its rows were counted by a definition that the program does not have.
 */
async function againstProgram(found: SealReport, bytes: Uint8Array): Promise<void> {
  const files = readZip(bytes);
  if ('problem' in files || !found.valid || !found.complete) return;
  const released = isReleased(files.files);
  const what = released ? 'definition and tables' : 'definition and SQL';
  if (found.seal?.program !== `counterfoil ${programVersion}`) {
    found.does_not_prove.push(
      `That ${what} are those of the version that it names: this program is another version.`,
    );
    return;
  }
  const { registry } = await import('../kinds/registry.ts');
  const problems = released
    ? releasedProblems(((await openReleased(files.files)).seal as OpenReleased).document, registry)
    : declarationProblems((await openSeal(files.files)).seal as OpenSeal, files.files, registry);
  if (problems.length === 0)
    found.proves.push(`${what.replace('d', 'D')} are those of this version of the program.`);
  else refuse(found, problems);
}

/** Makes a report that was good so far say that the seal does not hold. */
function refuse(found: SealReport, problems: readonly Problem[]): void {
  found.problems.push(...problems);
  Object.assign(found, { valid: false, proves: [], does_not_prove: [] });
}

/** Holds the seal to the journal that was published beside a site. */
async function withLog(found: SealReport, bytes: Uint8Array, folder: string): Promise<void> {
  const files = readZip(bytes);
  if ('problem' in files || !found.valid || !found.complete) return;
  if (isReleased(files.files)) {
    found.does_not_prove.push('Anything about the journal: a seal of a released table names no entry of it.');
    return;
  }
  const { seal } = await openSeal(files.files);
  if (seal === null) return;
  const read = (path: string) => {
    const file = join(folder, path);
    return existsSync(file) ? readFileSync(file) : undefined;
  };
  const checkpoint = new TextDecoder().decode(files.files.get('journal/checkpoint'));
  const { problems, size } = await againstLog(seal, checkpoint, read);
  if (problems.length === 0)
    found.proves.push(`Its editions are entries of the published journal, which now has ${size} entries.`);
  else refuse(found, problems);
}

/** Holds the seal to what a published site shows: its tables to those of the site, its entries to the journal beside it. */
async function withSite(found: SealReport, bytes: Uint8Array, folder: string): Promise<void> {
  const files = readZip(bytes);
  if ('problem' in files || !found.valid || !found.complete) return;
  if (!isReleased(files.files)) return withLog(found, bytes, join(folder, 'log'));
  const { seal } = await openReleased(files.files);
  if (seal === null) return;
  const { problems, same, grown } = againstSite(seal, (path) => readLimited(join(folder, path)));
  if (problems.length > 0) return refuse(found, problems);
  found.proves.push(
    `Its tables are what the site in that folder shows: ${same} cells alike, none left out of the months that it is of.`,
  );
  if (grown > 0)
    found.does_not_prove.push(
      `That ${grown} cells of years are what the site showed then: it counts these years through a later month by now; a dated copy has them.`,
    );
}

/** Largest file of a site that is read: the tables of a release are some hundred kilobytes. */
const siteFileLimit = 64 * 2 ** 20;

function readLimited(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() && found.size <= siteFileLimit ? readFileSync(file, 'utf8') : undefined;
}

/** The report in lines. */
export function describeSeal(found: SealReport): string[] {
  return [
    ...(found.seal
      ? [
          found.seal.statement,
          `  sealed by ${found.seal.program}; ${
            found.seal.cells === undefined
              ? `${found.seal.rows} rows`
              : `${found.seal.cells} ${found.seal.cells === 1 ? 'cell' : 'cells'} of a released table, no rows`
          }`,
        ]
      : []),
    `${found.complete ? 'complete' : 'NOT COMPLETE'}, ${found.valid ? 'valid' : 'NOT VALID'}, ${
      found.signature.state === 'good'
        ? `signed by ${found.signature.signer}`
        : found.signature.state === 'bad'
          ? 'SIGNATURE BAD'
          : 'not signed'
    }`,
    ...found.missing.map((name) => `  missing: ${name}`),
    ...found.problems.map(({ code, says }) => `  ${code}: ${says}`),
    ...(found.proves.length === 0 ? [] : ['What this proves', ...found.proves.map((line) => `  ${line}`)]),
    ...(found.does_not_prove.length === 0
      ? []
      : ['What this does not prove', ...found.does_not_prove.map((line) => `  ${line}`)]),
  ];
}
