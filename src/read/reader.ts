import { defaultLimits, type Limits } from './limits.ts';
import { WorkbookHost } from './workbook-host.ts';

/** Owns what reading needs: the limits, and the child process for workbooks. Close it when done. */
export interface Reader {
  readonly limits: Limits;
  readonly workbooks: WorkbookHost;
  close(): void;
}

/** A reader under the default limits, changed where said. Nothing is started before the first workbook. */
export function createReader(options: { limits?: Partial<Limits> } = {}): Reader {
  const limits = { ...defaultLimits, ...options.limits };
  const workbooks = new WorkbookHost(limits);
  return { limits, workbooks, close: () => workbooks.close() };
}
