import type { Workspace } from '../build/workspace.ts';
import type { Pack } from '../kinds/searches/packs.ts';
import { csvTwin } from '../site/twins.ts';
import type { Network } from './network-facts.ts';
import { findingsIn } from './network-report.ts';

/**
 * The rows of the original logs that a rule asks about, by number: one line a row and rule. For whoever holds the
 * original, who alone can look a row up; nothing of the row itself is in it.
 */
export async function worksheetCsv(
  workspace: Workspace,
  network: Network,
  packs: readonly Pack[],
): Promise<{ csv: string; rows: number }> {
  const found = await workspace.engine.query(
    `select edition, "row", pack, rule from (${findingsIn(network)}) as found where result = 'needs an explanation' order by edition, "row", pack, rule`,
  );
  const hashes = new Map(workspace.editions.map((edition) => [edition.edition, edition.sha256]));
  const status = new Map(packs.map((pack) => [pack.id, pack.status]));
  const csv = csvTwin({
    columns: ['file_sha256', 'row', 'pack', 'pack_status', 'rule', 'result'],
    rows: found.map((row) => [
      hashes.get(row['edition'] as string),
      Number(row['row']),
      row['pack'] as string,
      status.get(row['pack'] as string),
      row['rule'] as string,
      'needs an explanation',
    ]),
  });
  return { csv: `For the holder of the log only. Do not pass on.\r\n${csv}`, rows: found.length };
}
