import { existsSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { registry } from '../kinds/registry.ts';
import { guessTable, proposeMapping } from '../kinds/searches/proposal.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { openFile } from '../read/file.ts';
import { recognise } from '../read/layout.ts';
import { createReader } from '../read/reader.ts';
import type { CommandOptions } from './commands.ts';
import { text } from './options.ts';
import { note, printResult } from './output.ts';

/**
 * `counterfoil layout FILE`: proposes where the columns of an audit log are, from the shapes of its cells. It shows
 * positions and shapes; no header and no cell of the file is shown, since in a file without a header that would be data.
 */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const given = text(options, 'file') ?? '';
  const reader = createReader();
  try {
    const { tables } = await openFile(resolve(effects.cwd, given), reader);
    const found = tables.map((table, index) => {
      const layout = (recognise(table.preview, registry.layouts) ?? guessTable(table))?.layout.id ?? null;
      const { columns, yaml } = proposeMapping(table.preview, table.width);
      return { table: index + 1, layout, columns, yaml };
    });
    if (found.length === 0) {
      throw new UserError('There is no table in the file.', {
        code: 'CF-LAYOUT-001',
        exit: exitCodes.unreadable,
        place: { file: basename(given) },
        hint: 'Give a CSV file or a workbook with an audit log; unpack an archive first.',
      });
    }
    printResult(effects, options, {
      document: { tables: found },
      columns: [
        { key: 'table', title: 'table' },
        { key: 'column', title: 'column' },
        { key: 'shape', title: 'shape of its cells' },
        { key: 'taken', title: 'taken as' },
      ],
      rows: found.flatMap((one) =>
        one.columns.map(({ place, shape, taken }) => ({ table: one.table, column: place, shape, taken })),
      ),
      after: found.map(({ yaml }) => (yaml === null ? '' : `\n${yaml}`)).join(''),
    });
    for (const one of found) note(effects, remark(one));
    const out = text(options, 'out');
    if (out !== undefined)
      writeProposal(resolve(effects.cwd, out), found.find(({ yaml }) => yaml !== null)?.yaml);
    return exitCodes.fine;
  } finally {
    reader.close();
  }
}

/** Writes a proposal to a file to complete; never over one that is there, which may have been completed. */
function writeProposal(file: string, yaml: string | null | undefined): void {
  if (yaml == null) {
    throw new UserError('No mapping can be proposed, so none was written.', {
      code: 'CF-LAYOUT-002',
      exit: exitCodes.unreadable,
      hint: 'A mapping needs a column of times. Write one by hand: src/kinds/searches/README.md shows how.',
    });
  }
  if (existsSync(file)) {
    throw new UserError('There is a file of that name already; it may have been completed.', {
      code: 'CF-LAYOUT-003',
      exit: exitCodes.usage,
      place: { file: basename(file) },
      hint: 'Give another name, or take the file away.',
    });
  }
  writeFileSync(file, yaml);
}

function remark(one: { table: number; layout: string | null; yaml: string | null }): string {
  if (one.layout !== null)
    return `Table ${one.table} is known already (${one.layout}): "counterfoil add" reads it.`;
  if (one.yaml === null)
    return `Table ${one.table}: no column of times was found, so that no mapping can be proposed.`;
  return `Table ${one.table}: this is a proposal. Hold it against the file, say which columns of text are what, keep it as a file (--out), and name that under "searches", "layouts" in counterfoil.yaml.`;
}
