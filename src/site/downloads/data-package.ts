import type { DataTable } from './data-table.ts';

/** What a Frictionless data package says of its one file, `data.csv`, whoever writes it. */

const types = { text: 'string', count: 'integer', decimal: 'number' } as const;

/** The version of the form that is followed. */
export const packageProfile = 'https://datapackage.org/profiles/2.0/datapackage.json';

/** The id of a figure or table as the name of a package: lower case, no blanks. */
export const packageName = (id: string) => id.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');

/** The file with its columns; an empty cell is absent. */
export function dataResource(table: DataTable) {
  return {
    name: 'data',
    path: 'data.csv',
    format: 'csv',
    encoding: 'utf-8',
    schema: {
      fields: table.columns.map(({ name, kind, says }) => ({ name, type: types[kind], description: says })),
      missingValues: [''],
    },
  };
}
