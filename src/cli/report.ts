import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig } from '../project/config.ts';
import { writeDurably } from '../project/durable.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { holderReportHtml } from '../publication/holder-report.ts';
import type { CommandOptions } from './commands.ts';
import { text, withWorkspace } from './options.ts';
import { note, printText } from './output.ts';

/**
 * `counterfoil report --network NAME`: a few pages for the holder of a network's logs. Its counts are exact; no second,
 * id or reason of a single search is in it. Rows by number go to a worksheet of their own, and only where it is asked for.
 */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const given = text(options, 'network');
  if (given === undefined) {
    throw new UserError('The report needs to know of which network.', {
      code: 'CF-REPORT-002',
      exit: exitCodes.usage,
      hint: 'Name it: --network "Ostervale CA PD".',
    });
  }
  return withWorkspace(options, effects, async (workspace) => {
    const { findNetwork, networkReport } = await import('./network-report.ts');
    const network = await findNetwork(workspace, given);
    const config = await readConfig(workspace.paths);
    const html = holderReportHtml(await networkReport(workspace, network, config.notice));
    const out = resolve(effects.cwd, text(options, 'out') ?? `report-${network.id}.html`);
    const pdf = text(options, 'pdf');
    if (pdf !== undefined) await writePdf(html, resolve(effects.cwd, pdf), effects);
    writeDurably(out, html);
    const worksheet = text(options, 'worksheet');
    const rows = worksheet === undefined ? null : await writeWorksheet(resolve(effects.cwd, worksheet));
    printText(
      effects,
      options,
      { network: network.id, out, pdf: pdf ?? null, worksheet: worksheet ?? null, rows },
      [`Wrote the report on ${network.name} to ${out}.`],
    );
    return exitCodes.fine;

    async function writeWorksheet(path: string): Promise<number> {
      const { worksheetCsv } = await import('./worksheet.ts');
      const made = await worksheetCsv(workspace, network);
      writeDurably(path, made.csv, 0o600);
      note(
        effects,
        'The worksheet points at single searches by row number. It is for whoever holds the original log: do not pass it on.',
      );
      return made.rows;
    }
  });
}

async function writePdf(html: string, pdf: string, effects: Effects): Promise<void> {
  const { findChromium, printPdf } = await import('./chromium.ts');
  const browser = findChromium(effects.env);
  if (browser === null) throw noPdf('No Chrome or Chromium was found to make a PDF with.');
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-report-'));
  try {
    const page = join(folder, 'report.html');
    writeDurably(page, html, 0o600);
    await printPdf(browser, page, pdf, effects.signal).catch(() => {
      effects.signal.throwIfAborted();
    });
    if (!existsSync(pdf)) throw noPdf('The browser did not make a PDF.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function noPdf(message: string): UserError {
  return new UserError(message, {
    code: 'CF-REPORT-003',
    exit: exitCodes.usage,
    hint: 'Set CHROME_PATH to one, or leave --pdf out: the HTML file prints as it is.',
  });
}
