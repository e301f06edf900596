/** One build, opened: an app that answers from it until it is closed. */
export interface Snapshot {
  /** The key of the build. */
  build: string;
  app: { fetch(request: Request): Response | Promise<Response> };
  close(): void;
}

/** Where snapshots come from. */
export interface SnapshotSource {
  /** What lies on the disk now; another text when there is something new to open. */
  stamp(): string;
  /** Throws where the records and the build do not fit together at the moment. */
  open(): Promise<Snapshot>;
}

/** The snapshot that answers now. */
export interface Current {
  /** Lets `work` ask the newest snapshot; it stays open until the work is done, whatever comes after it. */
  use<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T>;
  readonly build: string;
  /** Opens what is new on the disk, if there is anything; whether there was. */
  refresh(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Holds the newest snapshot and swaps it at once: questions under way end on the one that they began on.
 *
 * @param swapped called with the key of the new build
 * @param failed called where the new build cannot be opened; the old one stays
 */
export async function currentOf(
  source: SnapshotSource,
  swapped: (build: string) => void,
  failed: (error: unknown) => void,
): Promise<Current> {
  interface Held {
    snapshot: Snapshot;
    users: number;
    retired: boolean;
  }
  let stamp = source.stamp();
  let tried = stamp;
  let held: Held = { snapshot: await source.open(), users: 0, retired: false };
  let opening: Promise<boolean> | undefined;
  const leave = (one: Held) => {
    if (one.retired && one.users === 0) one.snapshot.close();
  };
  const swap = async (found: string): Promise<boolean> => {
    try {
      const snapshot = await source.open();
      const old = held;
      held = { snapshot, users: 0, retired: false };
      stamp = found;
      old.retired = true;
      leave(old);
      if (snapshot.build !== old.snapshot.build) swapped(snapshot.build);
      return true;
    } catch (error) {
      failed(error);
      return false;
    } finally {
      opening = undefined;
    }
  };
  return {
    get build() {
      return held.snapshot.build;
    },
    async use(work) {
      const mine = held;
      mine.users += 1;
      try {
        return await work(mine.snapshot);
      } finally {
        mine.users -= 1;
        leave(mine);
      }
    },
    refresh() {
      if (opening) return opening;
      const found = source.stamp();
      // What could not be opened is tried again when something else has changed.
      if (found === stamp || found === tried) return Promise.resolve(false);
      tried = found;
      opening = swap(found);
      return opening;
    },
    async close() {
      await opening;
      held.retired = true;
      leave(held);
    },
  };
}
