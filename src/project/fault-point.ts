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
