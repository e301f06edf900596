/**
 * Exit codes of the program: `fine` 0, `differs` 1 (a claim differs or a check failed), `usage` 2 (usage or
 * configuration), `unreadable` 3 (a source could not be read), `fault` 4 (a fault of ours), `busy` 5 (the
 * project is in use by another process).
 */
export const exitCodes = { fine: 0, differs: 1, usage: 2, unreadable: 3, fault: 4, busy: 5 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A place in a file that a person can open: 1-based line and column, or a sheet and a 1-based row. */
export interface Place {
  file?: string;
  line?: number;
  column?: number;
  sheet?: string;
  row?: number;
}

export interface UserErrorOptions {
  /** Stable code, `CF-<ROOM>-<three digits>`; listed in `docs/errors.md`, which a test keeps complete. */
  code: string;
  exit: ExitCode;
  /** What to do next, one plain sentence. */
  hint: string;
  place?: Place;
  /** A line of a configuration file with the caret's column. Never a line of a record. */
  excerpt?: { text: string; column: number };
}

/** A mistake that the user can put right. One line with a code and a place, then what to do. */
export class UserError extends Error {
  readonly code: string;
  readonly exit: ExitCode;
  readonly hint: string;
  readonly place: Place | undefined;
  readonly excerpt: { text: string; column: number } | undefined;

  constructor(message: string, options: UserErrorOptions) {
    super(message);
    this.name = 'UserError';
    this.code = options.code;
    this.exit = options.exit;
    this.hint = options.hint;
    this.place = options.place;
    this.excerpt = options.excerpt;
  }
}

/** `claims/a.yaml:3:5`, `list.xlsx, sheet "Sheet1", row 4`, or an empty string. */
export function describePlace(place: Place | undefined): string {
  if (!place) return '';
  const file = place.file ?? '';
  if (place.line !== undefined)
    return `${file}:${place.line}${place.column === undefined ? '' : `:${place.column}`}`;
  const parts = [file];
  if (place.sheet !== undefined) parts.push(`sheet "${place.sheet}"`);
  if (place.row !== undefined) parts.push(`row ${place.row}`);
  return parts.filter((part) => part !== '').join(', ');
}

/** The lines that a terminal shows for an error: the message with its code, an excerpt with a caret, the hint. */
export function describeError(error: UserError): string {
  const place = describePlace(error.place);
  const lines = [`${error.code} ${place === '' ? '' : `${place}: `}${error.message}`];
  if (error.excerpt) {
    lines.push(`  ${error.excerpt.text}`, `  ${' '.repeat(Math.max(0, error.excerpt.column - 1))}^`);
  }
  lines.push(`  ${error.hint}`);
  return lines.join('\n');
}
