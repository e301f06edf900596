import type { FigureData } from '../pages/figure/data.ts';
import { file, paths } from '../paths.ts';
import type { Site } from '../site.ts';
import { dataResource, packageName, packageProfile } from './data-package.ts';
import type { DataTable } from './data-table.ts';

/** What a figure is, in pairs of a word and what stands behind it: the second sheet of its workbook, the README of its archive. */
export function figureAbout(site: Site, data: FigureData): [string, string][] {
  const { summary } = data;
  return [
    ['Figure', summary.title],
    ['Identifier', summary.id],
    ['Definition', summary.definition],
    ['Value', summary.value === null ? `[x] ${summary.why ?? ''}`.trim() : String(summary.value)],
    ['As of', summary.as_of ?? '[x]'],
    ...summary.caveats.map((caveat): [string, string] => ['You should know', caveat]),
    ...data.editions.map((edition): [string, string] => [
      'Edition',
      `${edition.name}, as of ${edition.as_of}, SHA-256 ${edition.sha256}`,
    ]),
    ['Page', file(paths.figure(summary.id))],
    ['Shorthand', 'status x: not available, the records do not say; an empty value is never zero'],
    ['Program', `counterfoil ${site.version}`],
    ...(site.notice === null ? [] : [['Notice', site.notice] as [string, string]]),
  ];
}

/** The same as a text to read. */
export function readme(about: readonly (readonly [string, string])[], files: readonly string[]): string {
  const lines = about.map(([word, says]) => `${word}: ${says}`);
  return `${lines.join('\n')}\n\nFiles: ${files.join(', ')}\nThe files of data hold the same rows; datapackage.json says what each column is.\n`;
}

/** The same for programs: a descriptor of the Data Package standard, version 2. */
export function descriptor(site: Site, data: FigureData, table: DataTable): string {
  const { summary } = data;
  return `${JSON.stringify(
    {
      $schema: packageProfile,
      name: packageName(summary.id),
      title: summary.title,
      description: summary.definition,
      sources: data.editions.map((edition) => ({
        title: edition.name,
        version: edition.as_of,
        sha256: edition.sha256,
      })),
      resources: [dataResource(table)],
      as_of: summary.as_of,
      caveats: summary.caveats,
      notice: site.notice,
      program: `counterfoil ${site.version}`,
    },
    null,
    1,
  )}\n`;
}
