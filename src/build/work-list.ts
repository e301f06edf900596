import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { exitCodes, UserError } from '../project/errors.ts';
import type { ProjectPaths } from '../project/paths.ts';

/** One machine's part of the files that several read together: the `index`-th (from 1) of `count`. */
export interface Shard {
  index: number;
  count: number;
}

/** A file that this process, and no other, is reading. */
export interface Claim {
  /** It was read: nobody need take it again. */
  done(): void;
  /** It was not read: anybody may take it. */
  release(): void;
}

/** Which files are taken, kept where all machines see it. */
export interface WorkList {
  /** Takes a file; null where another has it, or it is done, or it is another's part and nobody has lost it. */
  take(path: string): Claim | null;
}

/** How long a file stays taken by a process that gives no sign of life. */
export const leaseMs = 10 * 60_000;

/** `2/5`: the second of five. Throws CF-WORK-001 for anything else. */
export function parseShard(text: string): Shard {
  const [, index, count] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index !== undefined && count !== undefined && index >= 1 && index <= count) return { index, count };
  throw new UserError(`"${text}" is no part of the files.`, {
    code: 'CF-WORK-001',
    exit: exitCodes.usage,
    hint: 'Write which of how many, e.g. --shard 1/4 on the first of four machines.',
  });
}

/**
 * The work list of a project in `records/.work/`: a small file for each file taken. Making it is the conditional write
 * that only one machine can win; its time stamp, renewed while the reading goes on, is the lease.
 *
 * @param lease milliseconds without a sign of life after which a file may be taken again
 */
export function openWorkList(paths: ProjectPaths, shard: Shard, lease = leaseMs): WorkList {
  const folder = join(paths.records, '.work');
  mkdirSync(folder, { recursive: true });
  const me = `${hostname()}-${process.pid}`;
  let turn = 0;
  return {
    take(path) {
      const key = keyOf(path);
      const file = join(folder, key);
      if (existsSync(`${file}.done`)) return null;
      const lost = isLost(file, lease);
      if (!lost && shareOf(key, shard.count) !== shard.index) return null;
      if (lost) {
        // Of several that see it lost, one only can rename it.
        const taken = `${file}.lost-${me.replace(/[^A-Za-z0-9-]/g, '_')}-${turn++}`;
        try {
          renameSync(file, taken);
        } catch {
          return null;
        }
        rmSync(taken, { force: true });
      }
      try {
        writeFileSync(file, me, { flag: 'wx' });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
        throw error;
      }
      return claim(file, me, lease);
    },
  };
}

function claim(file: string, me: string, lease: number): Claim {
  const renew = setInterval(() => {
    try {
      if (readFileSync(file, 'utf8') === me) utimesSync(file, new Date(), new Date());
    } catch {
      clearInterval(renew);
    }
  }, lease / 4);
  renew.unref();
  return {
    done() {
      clearInterval(renew);
      writeFileSync(`${file}.done`, me);
      rmSync(file, { force: true });
    },
    release() {
      clearInterval(renew);
      rmSync(file, { force: true });
    },
  };
}

function isLost(file: string, lease: number): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > lease;
}

/** A file is known by its name, size and time: machines may see it under other folders. */
function keyOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  const name = path.split(/[\\/]/).at(-1);
  return createHash('sha256')
    .update(`${name}\0${found?.size}\0${Math.trunc(found?.mtimeMs ?? 0)}`)
    .digest('hex')
    .slice(0, 32);
}

function shareOf(key: string, count: number): number {
  return (Number.parseInt(key.slice(0, 8), 16) % count) + 1;
}

/** Removes what a reader of this name left staged. */
export function sweepOwn(paths: ProjectPaths, name: string): void {
  if (!existsSync(paths.records)) return;
  for (const entry of readdirSync(paths.records)) {
    if (entry.startsWith(`.shard-${name}-`))
      rmSync(join(paths.records, entry), { recursive: true, force: true });
  }
}

/** Removes staged editions of readers that gave no sign of life for long. Call it under the lock. */
export function sweepLost(paths: ProjectPaths, lease = leaseMs): void {
  if (!existsSync(paths.records)) return;
  for (const name of readdirSync(paths.records)) {
    const folder = join(paths.records, name);
    if (name.startsWith('.shard-') && Date.now() - statSync(folder).mtimeMs > 10 * lease)
      rmSync(folder, { recursive: true, force: true });
  }
}
