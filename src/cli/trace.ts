import type { Workspace } from '../build/workspace.ts';
import { type Beside, besideInWords, toldBeside } from '../figures/beside.ts';
import { modelsOf } from '../figures/compile.ts';
import type { Figure } from '../figures/figure.ts';
import { figureCalled, parseQuery } from '../figures/query.ts';
import { type Receipt, type ReceiptPart, receipt } from '../figures/receipt.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes } from '../project/errors.ts';
import { programVersion } from '../project/version.ts';
import type { CommandOptions } from './commands.ts';
import { queryText, text, withWorkspace } from './options.ts';
import { printText } from './output.ts';

/** Rows of a part that a terminal shows unless told otherwise. */
const shownRows = 1000;

/** `counterfoil trace ID`: the receipt of a figure's value. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const { registry } = await import('../kinds/registry.ts');
  const figure = figureCalled(text(options, 'id') ?? '', registry.figures);
  const query = parseQuery(figure, queryText(options));
  const ask = async (workspace: Workspace): Promise<ExitCode> => {
    const given = text(options, 'limit');
    const limit =
      given === undefined
        ? options['json']
          ? undefined
          : shownRows
        : Math.max(0, Math.trunc(Number(given)) || 0);
    const found = await receipt(workspace, figure, query, `counterfoil ${programVersion}`, limit);
    const beside = await toldBeside(workspace, figure, query);
    printText(effects, options, { ...found, beside }, describe(found, figure, beside));
    return exitCodes.fine;
  };
  return withWorkspace(options, effects, ask, modelsOf(figure));
}

function describe(found: Receipt, { unit }: Figure, beside: readonly Beside[]): string[] {
  const row = found.answer.rows[0];
  const unitWord = unit.kind === 'count' && row?.value === 1 ? unit.one : found.answer.unit;
  const filters = Object.entries(found.query.where).map(([name, values]) => `${name}=${values.join('|')}`);
  return [
    `${found.title}: ${row?.value === null || row === undefined ? `no value (${String(row?.['why'] ?? '')})` : `${row.value} ${unitWord}`}`,
    `as of       ${found.answer.as_of ?? 'no date'}${filters.length === 0 ? '' : `, where ${filters.join(' and ')}`}`,
    `definition  ${found.definition}`,
    ...beside.map(besideInWords),
    `program     ${found.program}`,
    '',
    'SQL (portable text)',
    ...found.sql.split('\n').map((line) => `  ${line}`),
    '',
    'Editions',
    ...found.editions.map(
      (edition) =>
        `  ${edition.edition}  as of ${edition.as_of}  ${edition.name}\n    sha256 ${edition.sha256}`,
    ),
    ...found.parts.flatMap((part) => ['', ...describePart(part)]),
  ];
}

/** The rows of a part under what they are counted by: an agency with its rows, or the rows one by one. */
function describePart(part: ReceiptPart): string[] {
  const lines = [`Rows (${part.total}): ${part.says}`];
  let last = '';
  let counted = 0;
  for (const row of part.rows) {
    const key = Object.values(row.key)
      .filter((value) => value !== null)
      .join(', ');
    const amount = row.amount === undefined ? '' : `  ${row.amount ?? ''}`;
    if (part.form === 'distinct') {
      if (key !== last) {
        counted += 1;
        lines.push(`  ${counted}. ${key}`);
      }
      lines.push(
        `       ${row.file}${row.sheet === null ? '' : `, sheet ${row.sheet}`}, ${row.place}  (edition ${row.edition})`,
      );
      last = key;
    } else {
      lines.push(
        `  ${row.file}${row.sheet === null ? '' : `, sheet ${row.sheet}`}, ${row.place}  ${key}${amount}  (edition ${row.edition})`,
      );
    }
  }
  if (part.rows.length < part.total)
    lines.push(`  … and ${part.total - part.rows.length} more: --limit shows more, --json all.`);
  return lines;
}
