import { createHash } from 'node:crypto';
import { exitCodes, UserError } from '../../project/errors.ts';

/** One page of a list. */
export interface Page<T> {
  build: string;
  total: number;
  items: T[];
  /** What to give as `cursor` for the page after this one; null on the last. */
  next: string | null;
}

/** Where in which list a cursor stands. */
export interface Position {
  offset: number;
  limit: number;
}

/**
 * A cursor is the place in one list of one build: when the records have changed since the first page, the list is
 * another, and pages of the two are never mixed. It is opaque to the asker and tells nothing that the answer does not.
 */
export function cursorAt(offset: number, list: string, build: string): string {
  return Buffer.from(`1.${offset}.${mark(list)}.${mark(build)}`).toString('base64url');
}

/** Reads a cursor. Throws CF-API-005 where it is none of this list, CF-API-004 where it is of another build. */
export function offsetOf(cursor: string | undefined, list: string, build: string): number {
  if (cursor === undefined) return 0;
  const [, offset, ofList, ofBuild] =
    /^1\.(\d{1,9})\.(\w{12})\.(\w{12})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (offset === undefined || ofList !== mark(list)) {
    throw new UserError('The cursor is none that this list gave.', {
      code: 'CF-API-005',
      exit: exitCodes.usage,
      hint: 'Give "next" of the page before, with the same parameters; or none, to begin.',
    });
  }
  if (ofBuild !== mark(build)) {
    throw new UserError('The records have changed since the first page.', {
      code: 'CF-API-004',
      exit: exitCodes.usage,
      hint: 'Begin again without a cursor.',
    });
  }
  return Number(offset);
}

/** The page of rows that are all at hand. */
export function pageOf<T>(rows: readonly T[], at: Position, list: string, build: string): Page<T> {
  const items = rows.slice(at.offset, at.offset + at.limit);
  const end = at.offset + items.length;
  return {
    build,
    total: rows.length,
    items,
    next: end < rows.length && items.length > 0 ? cursorAt(end, list, build) : null,
  };
}

function mark(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
