import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { asWriter } from '../build/session.ts';
import { projectPacks } from '../kinds/searches/told-packs.ts';
import { readConfig } from '../project/config.ts';
import { writeDurably } from '../project/durable.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { prepareReleases } from '../publication/prepare.ts';
import { reportHtml } from '../publication/report-page.ts';
import type { CommandOptions } from './commands.ts';
import { text, withWorkspace } from './options.ts';
import { note, printText } from './output.ts';

/**
 * `counterfoil report --network NAME`: a few pages on a network that may be handed on. They leave by the one door: their
 * counts are those of the release, which is made here as `publish` makes it, and written into the ledger first. What is
 * exact (how many searches each rule asks about) is told on the terminal alone; rows by number go to a worksheet, and
 * only where it is asked for.
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
    const { findingsIn, findNetwork, networkReport } = await import('./network-report.ts');
    const { networksOf } = await import('./network-facts.ts');
    const { namesOf, placesOf } = await import('./searches-of.ts');
    const network = await findNetwork(workspace, given);
    const config = await readConfig(workspace.paths);
    const packs = await projectPacks(config.searches.packs);
    const networks = (await networksOf(workspace)).map(({ id }) => id);
    for (const pack of packs)
      if (pack.network !== undefined && !networks.includes(pack.network))
        note(
          effects,
          `The pack "${pack.id}" is for the network "${pack.network}", of which there is no log: it asks about nothing.`,
        );
    const out = resolve(effects.cwd, text(options, 'out') ?? `report-${network.id}.html`);
    const pdf = await asWriter(workspace.paths, async () => {
      const releases = await prepareReleases(workspace, effects.now().toISOString().slice(0, 10));
      const release = releases.find(({ published }) => published.kind === 'searches');
      if (!release) throw new Error('searches have no release');
      const { published } = release;
      const html = reportHtml(
        await networkReport({
          workspace,
          network,
          release: published,
          names: await namesOf(workspace, published),
          places: await placesOf(workspace, published),
          packs,
          notice: config.notice,
        }),
      );
      const printed = await print(html, out, options, effects);
      release.keep();
      writeDurably(out, html);
      return printed;
    });
    const worksheet = text(options, 'worksheet');
    const rows = worksheet === undefined ? null : await writeWorksheet(resolve(effects.cwd, worksheet));
    const findings = await workspace.engine.query(
      `select pack, pack_status, rule, result, cast(count(*) as integer) as searches from (${findingsIn(network)}) as found group by pack, pack_status, rule, result order by pack, rule, result`,
    );
    printText(
      effects,
      options,
      { network: network.id, out, pdf, worksheet: worksheet ?? null, rows, findings },
      [
        `Wrote the report on ${network.name} to ${out}${pdf === null ? '' : ` and ${pdf}`}. Its counts are released ones: it may be handed on.`,
        'For you alone, and not in the report: searches by rule.',
        ...findings.map(
          (row) =>
            `  ${row['pack']} (${row['pack_status'] === 'draft' ? 'draft, to be confirmed' : 'confirmed'}) ${row['rule']}: ${row['searches']} ${row['result']}`,
        ),
      ],
    );
    return exitCodes.fine;

    async function writeWorksheet(path: string): Promise<number> {
      const { worksheetCsv } = await import('./worksheet.ts');
      const made = await worksheetCsv(workspace, network, packs);
      writeDurably(path, made.csv, 0o600);
      note(
        effects,
        'The worksheet points at single searches by row number. It is for whoever holds the original log: do not pass it on.',
      );
      return made.rows;
    }
  });
}

/** Prints the report beside its HTML file where a browser is found; where a PDF was asked for, one has to be. */
async function print(
  html: string,
  out: string,
  options: CommandOptions,
  effects: Effects,
): Promise<string | null> {
  const { findChromium, printPdf } = await import('./chromium.ts');
  const asked = text(options, 'pdf');
  const browser = findChromium(effects.env);
  if (browser === null) {
    if (asked !== undefined) throw noPdf('No Chrome or Chromium was found to make a PDF with.');
    note(effects, 'No Chrome or Chromium was found: there is no PDF. The HTML file prints as it is.');
    return null;
  }
  const pdf = resolve(effects.cwd, asked ?? out.replace(/(\.html?)?$/i, '.pdf'));
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
  return pdf;
}

function noPdf(message: string): UserError {
  return new UserError(message, {
    code: 'CF-REPORT-003',
    exit: exitCodes.usage,
    hint: 'Set CHROME_PATH to one, or leave --pdf out: the HTML file prints as it is.',
  });
}
