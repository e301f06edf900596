import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** A server in a process of its own, and what it has used so far. */
export interface ServeProcess {
  address: string;
  /** Processor time, user and system, in seconds. */
  cpuSeconds(): number;
  residentMegabytes(): number;
  /** What is left after a full collection of garbage: heap and what it holds outside, then resident size. */
  held(): Promise<{ heap: number; resident: number }>;
  stop(): Promise<void>;
}

const ticksPerSecond = 100;

/** Starts a script of Node's that prints its address, and waits for it. */
export async function serveProcess(args: readonly string[]): Promise<ServeProcess> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--expose-gc', '--import', new URL('./tell-heap.mjs', import.meta.url).href, ...args],
    { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  );
  let said = '';
  const address = await new Promise<string>((found, failed) => {
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      const [first] = said.split('\n');
      if (said.includes('\n')) found(first as string);
    });
    child.once('exit', () => failed(new Error('the server ended')));
  });
  const status = (name: string) => readFileSync(`/proc/${child.pid}/${name}`, 'utf8');
  return {
    address,
    async held() {
      child.send('heap');
      const [told] = (await once(child, 'message')) as [{ heapUsed: number; external: number; rss: number }];
      return { heap: (told.heapUsed + told.external) / 2 ** 20, resident: told.rss / 2 ** 20 };
    },
    cpuSeconds() {
      const fields = status('stat')
        .replace(/^.*\) /, '')
        .split(' ');
      return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    },
    residentMegabytes: () => Number(/VmRSS:\s+(\d+)/.exec(status('status'))?.[1]) / 1024,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
