// `npm run bench`: the program on the real lists (on the examples where those are not there), as ratios to its budgets.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeAgreements } from '../examples/make-agreements.ts';
import { type CliResult, runCli } from '../tests/support/run-cli.ts';
import { sharedData } from '../tests/support/shared-data.ts';
import { tempDir } from '../tests/support/temp-dir.ts';
import { describeMeasured, type Measured, median } from './budgets.ts';

const work = tempDir('bench');
const project = join(work, 'project');

async function run(...args: string[]): Promise<CliResult> {
  const result = await runCli(args, { timeout: 300_000 });
  if (result.code !== 0 && result.code !== 1) {
    process.stderr.write(`counterfoil ${args[0]} ended with ${result.code}\n${result.stderr}`);
    throw new Error('the bench ended early');
  }
  return result;
}

/** The middle wall time of seven runs: times wander on a shared machine. */
async function wall(...args: string[]): Promise<number> {
  const seconds: number[] = [];
  for (let turn = 0; turn < 7; turn += 1) seconds.push((await run(...args)).seconds);
  return median(seconds);
}

try {
  const real = sharedData('agreements');
  const records = real ?? join(work, 'released');
  if (real === null) await makeAgreements(records);
  process.stdout.write(`agreements: ${real === null ? 'example lists' : 'real lists'}\n`);
  await run('init', project, '--template', 'agreements');
  const steps = [
    await run('add', records, '--project', project),
    await run('build', '--project', project),
    await run('publish', '--project', project),
  ];
  const measured: Measured[] = [
    {
      what: 'add, build and publish',
      value: steps.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
      budget: 12,
      unit: 's CPU',
    },
    {
      what: 'largest size on the way',
      value: Math.max(...steps.map(({ maxRss }) => maxRss)) / 2 ** 20,
      budget: 400,
      unit: 'MB',
    },
    { what: 'start of the program', value: await wall('--version'), budget: 0.2, unit: 's' },
    { what: 'an unchanged build', value: await wall('build', '--project', project), budget: 0.5, unit: 's' },
    {
      what: 'one figure',
      value: await wall('figure', 'agreements.agencies', '--json', '--project', project),
      budget: 0.4,
      unit: 's',
    },
  ];
  for (const line of measured) process.stdout.write(`${describeMeasured(line)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
