import { copyFileSync, createWriteStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeFolder, publishFolder } from '../project/durable.ts';
import { faultPoint } from '../project/fault-point.ts';
import type { ProjectPaths } from '../project/paths.ts';
import type { FoundFile } from '../read/file.ts';
import { chunksOf } from '../read/input.ts';

/** The ending under which an original is kept; of no meaning to the program. */
const endings: Record<string, string> = {
  workbook: 'xlsx',
  csv: 'csv',
  json: 'json',
  xml: 'xml',
  yaml: 'yaml',
};

/** Copies the released bytes to `originals/<sha256>.<ending>`, whole or not at all. */
export async function keepOriginal(paths: ProjectPaths, found: FoundFile): Promise<void> {
  const target = join(paths.originals, `${found.sha256}.${endings[found.form] ?? 'bin'}`);
  if (existsSync(target)) return;
  makeFolder(dirname(target));
  const temporary = join(paths.originals, `.tmp-${found.sha256}`);
  faultPoint('copy');
  if (typeof found.input === 'string') copyFileSync(found.input, temporary);
  else await pipeline(chunksOf(found.input), createWriteStream(temporary));
  publishFolder(temporary, target);
}
