import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectPaths } from '../project/paths.ts';
import { readSiteReleases } from '../project/site-releases.ts';
import { hashFile } from '../read/count-records.ts';
import type { Finding } from './doctor.ts';

/**
 * Looks at the dated copies of the site that are in the project: each file against the checksums, and these against the
 * list among the records. A copy that is not there is a note: it may lie where the site is published.
 *
 * @returns how many copies were looked at
 */
export async function checkCopies(
  paths: ProjectPaths,
  { n, m }: { n: number; m: number },
  signal: AbortSignal,
  findings: Finding[],
): Promise<number> {
  let looked = 0;
  for (const [index, { release, content, withdrawn }] of readSiteReleases(paths).entries()) {
    if (withdrawn !== null || index % m !== (n - 1) % m) continue;
    const folder = join(paths.site, 'releases', release);
    const where = `site/releases/${release}`;
    const found = (kind: Finding['kind'], at: string, says: string) =>
      findings.push({ kind, what: 'copy', where: at, says });
    if (!existsSync(folder)) {
      found('note', where, 'this dated copy is not kept here');
      continue;
    }
    looked++;
    const sums = join(folder, 'SHA256SUMS');
    if (!existsSync(sums)) {
      found('missing', where, 'the checksums are not there');
      continue;
    }
    const text = readFileSync(sums, 'utf8');
    if (createHash('sha256').update(text).digest('hex') !== content) {
      found('broken', where, 'the checksums are not those that were written down when it was published');
      continue;
    }
    for (const line of text.trimEnd().split('\n')) {
      signal.throwIfAborted();
      const [sha256, path] = [line.slice(0, 64), line.slice(66)];
      const file = join(folder, path);
      if (!existsSync(file)) found('missing', `${where}/${path}`, 'a file of a dated copy is not there');
      else if ((await hashFile(file)).sha256 !== sha256)
        found('broken', `${where}/${path}`, 'a file of a dated copy has other bytes than were published');
    }
  }
  return looked;
}
