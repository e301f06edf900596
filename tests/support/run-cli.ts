import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './root.ts';

/** How a run of the program ended. Sizes are bytes, times are seconds. */
export interface CliResult {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  seconds: number;
  /** CPU time of the program and of the processes that it waited for; NaN where it was killed. */
  cpuSeconds: number;
  /** The largest resident size: exact for the program itself, sampled for it and its children together. */
  maxRss: number;
}

export interface CliOptions {
  cwd?: string;
  /** Added to the environment; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  /** Text for stdin, which is otherwise closed. */
  input?: string;
  /** Another Node than the one that runs the tests. */
  node?: string;
  /** Milliseconds after which the program is killed; 60,000 unless told. */
  timeout?: number;
  /** Called with stdout so far whenever more arrives, e.g. to send a signal at the right moment. */
  onStdout?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
  /** The same for stderr. */
  onStderr?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
}

const reportUse = fileURLToPath(new URL('./report-use.mjs', import.meta.url));

/** Runs `bin/counterfoil.js` with arguments and waits for its end. Never throws because the program failed. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return runNode([join(root, 'bin', 'counterfoil.js'), ...args], options);
}

/** The same for any script of Node's. */
export function runNode(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const node = options.node ?? process.execPath;
  const env: Record<string, string | undefined> = {
    ...process.env,
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
    ...options.env,
  };
  const begun = performance.now();
  const child = spawn(node, ['--import', reportUse, ...args], {
    cwd: options.cwd ?? root,
    env: { ...env, COUNTERFOIL_REPORT_USE: '3' },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const parts: Buffer[][] = [[], [], []];
  const streams = [child.stdout, child.stderr, child.stdio[3] as NodeJS.ReadableStream];
  streams.forEach((stream, index) => {
    const told = [options.onStdout, options.onStderr][index];
    stream.on('data', (bytes: Buffer) => {
      parts[index]?.push(bytes);
      told?.(textOf(parts[index]), (signal) => child.kill(signal));
    });
  });
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  let sampled = 0;
  const sampler = setInterval(() => {
    sampled = Math.max(sampled, treeRss(child.pid ?? 0));
  }, 20);
  const killer = setTimeout(() => child.kill('SIGKILL'), options.timeout ?? 60_000);
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearInterval(sampler);
      clearTimeout(killer);
    };
    child.on('error', (error) => {
      stop();
      reject(error);
    });
    child.on('close', (code, signal) => {
      stop();
      const [stdout = '', stderr = '', use = ''] = parts.map(textOf);
      const [rss = 0, cpu = Number.NaN] = use === '' ? [] : use.trim().split(' ').map(Number);
      const seconds = (performance.now() - begun) / 1000;
      resolve({ code, signal, stdout, stderr, seconds, cpuSeconds: cpu, maxRss: Math.max(rss, sampled) });
    });
  });
}

const textOf = (chunks: readonly Buffer[] = []) => Buffer.concat(chunks).toString('utf8');

/** Resident bytes of a process and all below it, 0 where `/proc` does not tell. */
function treeRss(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return pages * 4096 + children.reduce((sum, child) => sum + treeRss(child), 0);
  } catch {
    return 0;
  }
}
