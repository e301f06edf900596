import { resolve } from 'node:path';
import { writeDurably } from '../project/durable.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { prepareReleases } from '../publication/prepare.ts';
import { zipOf } from '../site/downloads/archive.ts';
import { dataResource, packageName, packageProfile } from '../site/downloads/data-package.ts';
import { parquetOf } from '../site/downloads/parquet.ts';
import { workbookOf } from '../site/downloads/workbook.ts';
import { csvTwin } from '../site/twins.ts';
import type { CommandOptions } from './commands.ts';
import { type Exported, exportedTable } from './export-table.ts';
import { queryText, text, withWorkspace } from './options.ts';
import { printText } from './output.ts';

const forms = ['csv', 'json', 'xlsx', 'parquet', 'datapackage'] as const;
type Form = (typeof forms)[number];

/** `counterfoil export ID`: a figure or a table that may leave, as a file of the asked form. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const form = (text(options, 'as') ?? 'csv') as Form;
  if (!forms.includes(form))
    throw new UserError(`"${form}" is no form of an export.`, {
      code: 'CF-EXPORT-004',
      exit: exitCodes.usage,
      hint: `Write --as ${forms.join(', ')}.`,
    });
  return withWorkspace(options, effects, async (workspace) => {
    const id = text(options, 'id') ?? '';
    const releases = (await prepareReleases(workspace, null)).map((one) => one.published);
    const made = await exportedTable(workspace, releases, id, queryText(options));
    const ending = form === 'datapackage' ? 'zip' : form;
    const out = resolve(effects.cwd, text(options, 'out') ?? `${id}.${ending}`);
    const body = await bodyOf(made, form, id);
    writeDurably(out, body);
    const rows = made.table.rows.length;
    const leftOut = made.about.flatMap(([word, says]) => (word === 'Left out' ? [`Left out: ${says}.`] : []));
    printText(effects, options, { out, form, rows }, [
      `Wrote ${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'} of ${id} to ${out}.`,
      ...leftOut,
    ]);
    return exitCodes.fine;
  });
}

async function bodyOf(
  { title, about, table }: Exported,
  form: Form,
  id: string,
): Promise<string | Uint8Array> {
  const csv = () => csvTwin({ columns: table.columns.map(({ name }) => name), rows: table.rows });
  if (form === 'csv') return csv();
  if (form === 'xlsx') return workbookOf(table, about, title);
  if (form === 'parquet') return parquetOf(table, { title });
  if (form === 'json') {
    const rows = table.rows.map((row) =>
      Object.fromEntries(table.columns.map(({ name }, at) => [name, row[at] ?? null])),
    );
    return `${JSON.stringify({ id, title, about, columns: table.columns, rows }, null, 1)}\n`;
  }
  const descriptor = {
    $schema: packageProfile,
    name: packageName(id),
    title,
    description: about.map(([word, says]) => `${word}: ${says}`).join('\n'),
    resources: [dataResource(table)],
  };
  return zipOf(
    new Map([
      ['data.csv', csv()],
      ['datapackage.json', `${JSON.stringify(descriptor, null, 1)}\n`],
    ]),
    3,
  );
}
