/**
 * Places where the disk or the engine can fail. A test arms them to make the n-th call fail; in the program they do
 * nothing.
 */
let armed: ((place: string) => void) | null = null;

/** Called just before the system call or the engine call that `place` names. */
export function faultPoint(place: string): void {
  armed?.(place);
}

/** Has `fault` called at every fault point until it is called again with null. */
export function armFaults(fault: ((place: string) => void) | null): void {
  armed = fault;
}

let watching: ((path: string) => void) | null = null;

/** Called just after the disk was asked to keep `path` (a file's bytes, or the names in a folder) and said that it did. */
export function synced(path: string): void {
  watching?.(path);
}

/** Has `watch` called after every sync until it is called again with null: a test works out from it what a power cut leaves. */
export function watchSyncs(watch: ((path: string) => void) | null): void {
  watching = watch;
}
