// `node scripts/canaries.ts [KILLS [SEED]]`: adds audit logs full of canaries, kills the program at random moments, and
// searches every byte that is left.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killWhileAdding } from '../tests/searches/support/kill-while-adding.ts';

const work = mkdtempSync(join(tmpdir(), 'counterfoil-canaries-'));
process.env['COUNTERFOIL_TEST_TMP'] = work;
const found = await killWhileAdding(Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 1));
rmSync(work, { recursive: true, force: true });
process.stdout.write(`${found.kills} kills, ${found.findings.length} canaries found\n`);
for (const finding of found.findings) process.stdout.write(`${JSON.stringify(finding)}\n`);
process.exitCode = found.findings.length === 0 ? 0 : 1;
