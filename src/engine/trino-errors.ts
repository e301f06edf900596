import { exitCodes, UserError } from '../project/errors.ts';

/** What the server says of a failed statement. */
export interface TrinoFailure {
  errorName: string;
  errorType: string;
  message: string;
  /** What it says of the causes. */
  failureInfo?: FailureCause | undefined;
  /** The server's name for the statement. */
  id: string;
}

interface FailureCause {
  message?: string | undefined;
  cause?: FailureCause | undefined;
}

/** Whether any text of the failure, or of what caused it, says that a disk is full. */
function isFullDisk({ message, failureInfo }: TrinoFailure): boolean {
  const says = (text = '') => /no space left|disk quota/i.test(text);
  const below = (cause: FailureCause | undefined): boolean =>
    cause !== undefined && (says(cause.message) || below(cause.cause));
  return says(message) || below(failureInfo);
}

/** A statement that failed in a way that a second try may mend: a worker was lost, or the cluster is starting. */
export class Passing extends Error {
  readonly failure: UserError;

  constructor(failure: UserError) {
    super(failure.message);
    this.failure = failure;
  }
}

const passing =
  /^(REMOTE_HOST_GONE|REMOTE_TASK_ERROR|REMOTE_TASK_MISMATCH|PAGE_TRANSPORT_ERROR|PAGE_TRANSPORT_TIMEOUT|TOO_MANY_REQUESTS_FAILED|NO_NODES_AVAILABLE|SERVER_STARTING_UP|SERVER_SHUTTING_DOWN|WORKER_SHUTTING_DOWN|ABANDONED_TASK)$/;
const badFile =
  /^HIVE_(FILE_NOT_FOUND|CANNOT_OPEN_SPLIT|BAD_DATA|CURSOR_ERROR|MISSING_DATA|FILESYSTEM_ERROR|UNKNOWN_ERROR)$/;
const otherSchema = /^(HIVE_PARTITION_SCHEMA_MISMATCH|HIVE_INVALID_METADATA|HIVE_UNSUPPORTED_FORMAT)$/;
const resources =
  /^(EXCEEDED_|CLUSTER_OUT_OF_MEMORY|INSUFFICIENT|GENERIC_INSUFFICIENT|QUERY_QUEUE_FULL|NO_SPACE|HIVE_WRITER_|TOO_MANY_)/;
const absent = /^(CATALOG_NOT_FOUND|SCHEMA_NOT_FOUND|CATALOG_NOT_AVAILABLE|MISSING_CATALOG_NAME)$/;

/**
 * The error of a failed statement in our form. The server's own text is never passed on: it can quote a cell. Its name
 * for the failure and for the statement are enough to find it in its log.
 */
export function statementError(failure: TrinoFailure): Error {
  const said = `${failure.errorName}, statement ${failure.id}`;
  const make = (
    code: string,
    message: string,
    hint: string,
    exit: UserError['exit'] = exitCodes.unreadable,
  ) => new UserError(`${message} (${said}).`, { code, exit, hint });
  if (isFullDisk(failure)) {
    return make(
      'CF-TRINO-006',
      'A disk of the SQL server is full',
      'Make room on it and run the command again; what was finished before is kept.',
    );
  }
  if (passing.test(failure.errorName)) {
    return new Passing(
      make(
        'CF-TRINO-003',
        'The SQL server lost a worker, or is not whole',
        'Run the command again when the cluster is whole; nothing half done is visible.',
      ),
    );
  }
  if (badFile.test(failure.errorName)) {
    return make(
      'CF-TRINO-004',
      'The SQL server could not read a file of the lake: it is missing, cut, or of another form',
      'Put records/ back from a copy, or take the edition out with "counterfoil remove" and add its file again.',
    );
  }
  // A column of another type is "not supported", as much else is; only its text tells.
  const otherType = failure.errorName === 'NOT_SUPPORTED' && /for Parquet column/.test(failure.message);
  if (otherType || otherSchema.test(failure.errorName)) {
    return make(
      'CF-TRINO-008',
      'A file of the lake has other columns than this version writes',
      'Take the edition out with "counterfoil remove" and add its file again with this version.',
    );
  }
  if (resources.test(failure.errorName) || failure.errorType === 'INSUFFICIENT_RESOURCES') {
    return make(
      'CF-TRINO-006',
      'The SQL server has not enough memory, time or room',
      'Give its workers more (docs/trino.md says how much), then run the command again.',
    );
  }
  if (failure.errorName === 'PERMISSION_DENIED') {
    return make(
      'CF-TRINO-002',
      'The SQL server refuses this to the user',
      'Check "user" under "trino" in counterfoil.yaml, and what the server allows to them.',
      exitCodes.usage,
    );
  }
  if (absent.test(failure.errorName)) {
    return make(
      'CF-TRINO-007',
      'The SQL server does not know the catalog or schema',
      'Check "catalog" and "schema" under "trino" in counterfoil.yaml.',
      exitCodes.usage,
    );
  }
  if (/^(USER_CANCELED|ADMINISTRATIVELY_KILLED|ADMINISTRATIVELY_PREEMPTED)$/.test(failure.errorName)) {
    return make('CF-TRINO-009', 'The statement was stopped', 'Run the command again.');
  }
  return make(
    'CF-TRINO-005',
    'The SQL server did not run a statement',
    'This is a fault of the program, or of the server: report it with the lines that the server logs under this name.',
    exitCodes.fault,
  );
}

/** What a failed request means: the server cannot be reached, or refuses who asks. `status` 0 means no answer at all. */
export function requestError(server: string, status: number): UserError {
  if (status === 401 || status === 403) {
    return new UserError(`${server} refuses the credentials (HTTP ${status}).`, {
      code: 'CF-TRINO-002',
      exit: exitCodes.usage,
      hint: 'Check "user" under "trino" in counterfoil.yaml, and COUNTERFOIL_TRINO_PASSWORD or COUNTERFOIL_TRINO_TOKEN in the environment.',
    });
  }
  const what = status === 0 ? 'does not answer' : `answers with HTTP ${status}`;
  return new UserError(`The SQL server ${server} ${what}.`, {
    code: 'CF-TRINO-001',
    exit: exitCodes.unreadable,
    hint: 'Check that it runs and can be reached from here, then run the command again; nothing half done is visible.',
  });
}

/** The server's certificate is not accepted; nothing was sent. */
export function certificateError(server: string): UserError {
  return new UserError(`The certificate of ${server} is not one that this machine trusts.`, {
    code: 'CF-TRINO-010',
    exit: exitCodes.usage,
    hint: 'If it is the right server, write the file of its certificate (PEM) as "ca" under "trino" in counterfoil.yaml; nothing was sent.',
  });
}
