import type { Verdict } from '../../claims/verdict.ts';
import type { Workbench } from '../../figures/answer.ts';
import type { Registry } from '../../figures/kind.ts';
import type { FlagSettings } from '../../flags/run-flags.ts';
import type { PublishedRelease } from '../../publication/published.ts';
import type { EngineQueue } from './engine-queue.ts';
import type { RunSql } from './run-sql.ts';

/** What the end points answer from: one build, opened. Everything in it has passed the one door. */
export interface Holdings {
  /** The key of the build: part of every cursor, and told in every list. */
  build: string;
  title: string;
  notice: string | null;
  version: string;
  /** The engine, and the editions of the open kinds. */
  bench: Workbench;
  registry: Registry;
  /** As they are published: those on closed kinds are given on released tables. */
  verdicts: readonly Verdict[];
  /** What has been released of closed kinds. */
  releases: readonly PublishedRelease[];
  flagSettings: FlagSettings;
  /** Every question to the engine waits here for its turn. */
  queue: EngineQueue;
  /** Runs a stranger's SELECT; absent unless it was turned on. */
  runSql?: RunSql | undefined;
}
