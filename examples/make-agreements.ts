import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { participatingLists, pendingLists } from './calendar.ts';
import { type ExampleFacts, exampleFacts } from './facts.ts';
import { notesDocument, readme } from './other-files.ts';
import { workbookOf } from './workbook.ts';

/**
 * Writes the example lists of agreements into a folder: every layout of the publisher, every kind of dirt, invented
 * agencies. The bytes are the same on any day and machine.
 * @returns what the generator knows about them
 */
export async function makeAgreements(folder: string): Promise<ExampleFacts> {
  await mkdir(folder, { recursive: true });
  for (const list of [...participatingLists, ...pendingLists]) {
    const bytes = await workbookOf(list);
    for (const name of [list.file, ...list.copies]) await writeFile(join(folder, name), bytes);
  }
  await writeFile(join(folder, 'README.txt'), readme);
  await writeFile(join(folder, 'notes.docx'), notesDocument());
  return exampleFacts();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2];
  if (folder === undefined) {
    process.stderr.write('usage: node examples/make-agreements.ts FOLDER\n');
    process.exitCode = 2;
  } else {
    const { lists } = await makeAgreements(folder);
    process.stdout.write(`${lists.length} invented lists in ${folder}\n`);
  }
}
