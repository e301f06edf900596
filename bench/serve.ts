// `node bench/serve.ts [requests] [rows]`: how fast `serve` answers, from what is kept and from the engine. The load comes
// from this process, the server is another; processor time is the server's own.
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { makeExampleProject } from '../examples/make-project.ts';
import { root } from '../tests/support/root.ts';
import { runCli } from '../tests/support/run-cli.ts';
import { tempDir } from '../tests/support/temp-dir.ts';
import { serveProcess } from './serve-process.ts';

const requests = Number(process.argv[2] ?? 100_000);
const rows = Number(process.argv[3] ?? 10_000_000);
const work = tempDir('bench-serve');
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Keeps 200 connections busy with these addresses. */
function load(address: string, paths: readonly string[], amount: number) {
  return autocannon({
    url: address,
    connections: 200,
    amount,
    requests: paths.map((path) => ({ path })),
  });
}

async function fromCache(): Promise<void> {
  const project = join(work, 'project');
  await makeExampleProject(project);
  appendFileSync(join(project, 'counterfoil.yaml'), 'serve:\n  requests_per_second: 0\n');
  for (const step of [['add', join(project, 'released')], ['build']])
    await runCli([...step, '--project', project], { timeout: 300_000 });
  const server = await serveProcess([
    join(root, 'bin', 'counterfoil.js'),
    'serve',
    '--port',
    '0',
    '--project',
    project,
  ]);
  try {
    const dates = ['2026-01-26', '2026-02-05', '2026-03-19', '2026-06-04'];
    const paths = dates.flatMap((date) =>
      ['', '&by=state', '&where=state%3DFL', '&where=state%3DTX&by=model'].map(
        (rest) => `/api/v1/figures/agreements.agreements/values?as_of=${date}${rest}`,
      ),
    );
    await load(server.address, paths, 20_000);
    const before = server.cpuSeconds();
    const sizes = [await server.held()];
    const result = await load(server.address, paths, requests / 10);
    sizes.push(await server.held());
    for (let tenth = 2; tenth <= 10; tenth += 1) {
      await load(server.address, paths, requests / 10);
      sizes.push(await server.held());
    }
    const cpu = server.cpuSeconds() - before;
    const per = (cpu / requests) * 1000;
    say(`answers from what is kept, 200 connections, ${requests} requests, ${result.non2xx} refused`);
    say(`  ${result.requests.average.toFixed(0)} answers a second as measured`);
    say(
      `  ${per.toFixed(3)} s CPU for 1,000 answers: ${(1000 / per).toFixed(0)} a second of one core (at least 3,000)`,
    );
    say(
      `  p50 ${result.latency.p50} ms, p99 ${result.latency.p99} ms (at most 50), longest ${result.latency.max} ms`,
    );
    const each = (of: 'heap' | 'resident') => sizes.map((size) => size[of].toFixed(0)).join(', ');
    say(
      `  held after a collection, before and after each tenth: ${each('heap')} MB; resident ${each('resident')} MB`,
    );
  } finally {
    await server.stop();
  }
}

async function fromEngine(): Promise<void> {
  const server = await serveProcess([
    join(root, 'bench', 'serve-large.ts'),
    join(work, 'searches.parquet'),
    String(rows),
  ]);
  try {
    const states = ['CA', 'TX', 'FL', 'WA', 'IL', 'GA', 'OH', 'AZ', 'NM', 'CO'];
    const asked = states.flatMap((state) => [
      `searches.searches/values?where=state%3D${state}`,
      `searches.searches/values?where=state%3D${state}&by=month`,
      `searches.immigration/values?where=state%3D${state}&by=level`,
      `searches.immigration_share/values?where=state%3D${state}&by=month`,
      `searches.organisations/values?where=state%3D${state}`,
      `searches.searches/values?where=state%3D${state}&by=organisation`,
      `searches.searches/values?until=2025-0${(states.indexOf(state) % 9) + 1}-15`,
      `searches.without_case_number/values?where=state%3D${state}&by=level`,
    ]);
    const times: number[] = [];
    const cpus: number[] = [];
    for (const path of asked) {
      const [begun, before] = [performance.now(), server.cpuSeconds()];
      const found = await fetch(`${server.address}api/v1/figures/${path}`);
      await found.arrayBuffer();
      if (found.status !== 200) throw new Error(`${path} gave ${found.status}`);
      times.push(performance.now() - begun);
      cpus.push(server.cpuSeconds() - before);
    }
    const at = (of: readonly number[], share: number) =>
      [...of].sort((a, b) => a - b)[Math.ceil(of.length * share) - 1] as number;
    const ms = (share: number) => at(times, share).toFixed(0);
    const cpu = (share: number) => at(cpus, share).toFixed(2);
    say(`answers of the engine over ${rows} rows, one after another, ${asked.length} different ones`);
    say(`  p50 ${ms(0.5)} ms, p95 ${ms(0.95)} ms (at most 500), longest ${ms(1)} ms`);
    say(`  processor time of each: p50 ${cpu(0.5)} s, p95 ${cpu(0.95)} s`);
    say(`  memory ${server.residentMegabytes().toFixed(0)} MB`);
  } finally {
    await server.stop();
  }
}

try {
  await fromCache();
  if (rows > 0) await fromEngine();
} finally {
  rmSync(work, { recursive: true, force: true });
}
