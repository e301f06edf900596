import { openAsBlob, statSync } from 'node:fs';
import { AwsClient } from 'aws4fetch';
import { exitCodes, UserError } from '../project/errors.ts';
import type { Environment } from './open-engine.ts';

/** A bucket with the S3 protocol, below the prefix that a project's location names. */
export interface Bucket {
  /** Where it is, as one text. */
  readonly place: string;
  /**
   * Puts a file under a key that nothing lies under yet: one request, so that nobody sees half of it, and of two
   * machines that put the same one only one does. Where it is there already with the same size it stays.
   *
   * @returns whether it was put now
   * @throws UserError CF-LAKE-002 where the bucket does not take it, CF-LAKE-003 where another file lies there
   */
  put(key: string, file: string): Promise<boolean>;
}

/** Waits in milliseconds before a request is sent again that the bucket was too busy for, or that got no answer. */
const pauses = [200, 1000, 3000];

/**
 * The bucket of `s3://bucket/prefix`; null for another location. Keys and endpoint come from the variables that every
 * tool for buckets reads: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, AWS_ENDPOINT_URL.
 *
 * @throws UserError CF-LAKE-002 where a key is missing or would go over the network in the clear
 */
export function openBucket(location: string, env: Environment): Bucket | null {
  const [, name, prefix = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(location) ?? [];
  if (name === undefined) return null;
  const region = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'us-east-1';
  const endpoint = env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL'];
  const [accessKeyId, secretAccessKey] = [env['AWS_ACCESS_KEY_ID'], env['AWS_SECRET_ACCESS_KEY']];
  if (!accessKeyId || !secretAccessKey)
    throw refused(name, 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set');
  if (endpoint !== undefined && !isPrivate(endpoint))
    throw refused(
      name,
      'records would go over the network in the clear, since AWS_ENDPOINT_URL does not begin with https://',
    );
  const base =
    endpoint === undefined
      ? `https://${name}.s3.${region}.amazonaws.com`
      : `${endpoint.replace(/\/$/, '')}/${name}`;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    retries: 0,
    ...(env['AWS_SESSION_TOKEN'] === undefined ? {} : { sessionToken: env['AWS_SESSION_TOKEN'] }),
  });
  const address = (key: string) =>
    `${base}/${[...(prefix === '' ? [] : [prefix]), key].join('/').split('/').map(encodeURIComponent).join('/')}`;
  const send = async (key: string, init: () => Promise<RequestInit>): Promise<Response> => {
    for (let tries = 0; ; tries++) {
      const response = await client.fetch(address(key), await init()).catch(() => undefined);
      const pause = pauses[tries];
      const again = response === undefined || [409, 429, 500, 502, 503, 504].includes(response.status);
      if (!again) return response;
      if (pause === undefined) throw refused(name, 'it cannot be reached from here', response);
      await new Promise((done) => setTimeout(done, pause));
    }
  };
  return {
    place: `${base}/${prefix}`,
    async put(key, file) {
      const put = await send(key, async () => ({
        method: 'PUT',
        headers: { 'If-None-Match': '*' },
        body: await openAsBlob(file),
      }));
      if (put.ok) return true;
      if (put.status !== 412) throw refused(name, 'the keys do not allow it', put);
      const head = await send(key, async () => ({ method: 'HEAD' }));
      if (Number(head.headers.get('content-length')) === statSync(file).size) return false;
      throw new UserError(`Another file lies in the bucket ${name} where one of this project belongs.`, {
        code: 'CF-LAKE-003',
        exit: exitCodes.unreadable,
        place: { file },
        hint: `Give each project a place of its own as "location" under "trino" in counterfoil.yaml; this one is ${key}.`,
      });
    },
  };
}

function isPrivate(endpoint: string): boolean {
  const { protocol, hostname } = new URL(endpoint);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function refused(bucket: string, why: string, response?: Response): UserError {
  const answer = response === undefined ? '' : ` (HTTP ${response.status})`;
  return new UserError(`The bucket ${bucket} does not take the records${answer}: ${why}.`, {
    code: 'CF-LAKE-002',
    exit: exitCodes.unreadable,
    hint: 'Look at the AWS_ variables in the environment (docs/trino.md says which), then run the command again.',
  });
}
