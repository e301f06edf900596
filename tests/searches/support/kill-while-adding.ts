import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { numbers } from '../../faults/kills.ts';
import { root } from '../../support/root.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { type Finding, walkBytes } from '../../support/walk-bytes.ts';
import { canaries, poisonedFiles } from './poison.ts';

/**
 * Adds logs full of canaries and kills the program (`kill -9`) at a random moment, `kills` times over; after each kill
 * every byte of the project and of the folder for temporary files is searched. Moments are spread over the time that a
 * whole run takes.
 */
export async function killWhileAdding(
  kills: number,
  seed: number,
): Promise<{ kills: number; findings: Finding[] }> {
  const random = numbers(seed);
  const base = tempDir('killed');
  const released = join(base, 'released');
  mkdirSync(released);
  for (const [name, bytes] of poisonedFiles()) writeFileSync(join(released, name), bytes);
  const findings: Finding[] = [];
  let span = 0;
  for (let round = 0; round <= kills; round += 1) {
    const project = join(base, 'project');
    const elsewhere = join(base, 'elsewhere');
    for (const folder of [project, elsewhere]) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
    }
    writeFileSync(join(project, 'counterfoil.yaml'), 'title: Canaries (invented)\n');
    const began = performance.now();
    // The first round is not killed: it tells how long a run takes.
    await addUntil(project, elsewhere, released, round === 0 ? null : random() * span);
    if (round === 0) span = performance.now() - began;
    for (const folder of [project, elsewhere]) findings.push(...(await walkBytes(folder, canaries)).findings);
  }
  return { kills, findings };
}

function addUntil(project: string, elsewhere: string, released: string, after: number | null): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(root, 'dist', 'cli', 'main.js'), 'add', released, '--project', project],
    { stdio: 'ignore', env: { ...process.env, TMPDIR: elsewhere, HOME: elsewhere } },
  );
  const timer = after === null ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
  return new Promise((resolve) => {
    child.on('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
