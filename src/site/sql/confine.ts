import { type ChildProcess, spawn } from 'node:child_process';

/** Limits that the operating system holds a child to. */
export interface Confinement {
  /** Memory that it may write to. */
  dataMegabytes: number;
  cpuSeconds: number;
}

/**
 * Sets the limits and then becomes the program: no process stands between. It may write to no file (size 0), dump no
 * core, open few files. macOS knows no limit of memory that binds; there the child's own watch has to do.
 */
const script = `
ulimit -c 0 && ulimit -f 0 && ulimit -n 64 && ulimit -t "$2" || exit 97
ulimit -d "$1" 2>/dev/null || [ "$(uname)" = Darwin ] || exit 97
shift 2
exec "$@"
`;

/** Starts a program of Node's under limits, in a folder of its own, with nothing in its environment. */
export function startConfined(file: string, cwd: string, limits: Confinement): ChildProcess {
  const node = [process.execPath, '--max-old-space-size=128', '--no-warnings', file];
  return spawn(
    '/bin/sh',
    ['-c', script, 'sh', String(limits.dataMegabytes * 1024), String(limits.cpuSeconds), ...node],
    // What a crash prints may quote a row.
    { cwd, env: { PATH: '/usr/bin:/bin', HOME: '/nonexistent' }, stdio: ['pipe', 'pipe', 'ignore'] },
  );
}
