import { exitCodes, UserError } from '../../project/errors.ts';

/** The refusals of the front: each says what to do, none says back what was asked. */

export function noToken(): UserError {
  return new UserError('These pages are closed: a token is needed.', {
    code: 'CF-SERVE-003',
    exit: exitCodes.usage,
    hint: 'Send the header "authorization: Bearer …" with the token that you were given.',
  });
}

export function tooMany(): UserError {
  return new UserError('Too many requests in a short time.', {
    code: 'CF-SERVE-004',
    exit: exitCodes.busy,
    hint: 'Wait a second and go on more slowly; whole tables come in pages of up to 1,000 rows.',
  });
}

export function tooLong(): UserError {
  return new UserError('The address is too long.', {
    code: 'CF-SERVE-005',
    exit: exitCodes.usage,
    hint: 'Ask with fewer parameters; up to 4,096 characters are read.',
  });
}

export function notServedHere(): UserError {
  return new UserError('Nothing is served under this name.', {
    code: 'CF-SERVE-006',
    exit: exitCodes.usage,
    hint: 'Who runs the server names it under "serve", "hosts" in counterfoil.yaml.',
  });
}

export function busyStream(): UserError {
  return new UserError('Too many readers wait for changes.', {
    code: 'CF-SERVE-007',
    exit: exitCodes.busy,
    hint: 'Ask again later, or look at the pages now and then.',
  });
}

export function unclear(): UserError {
  return new UserError('The request is not well formed.', {
    code: 'CF-SERVE-010',
    exit: exitCodes.usage,
    hint: 'Send one host, a plain address, and no body with GET.',
  });
}

export function otherMethod(): UserError {
  return new UserError('Nothing here is asked by this method.', {
    code: 'CF-SERVE-011',
    exit: exitCodes.usage,
    hint: 'Use GET; only /api/v1/check and /api/v1/sql are posted to.',
  });
}
