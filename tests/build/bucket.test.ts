import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Bucket, openBucket } from '../../src/build/bucket.ts';
import type { UserError } from '../../src/project/errors.ts';
import { tempDir } from '../support/temp-dir.ts';

/** A bucket that keeps conditional writes; `busy` answers come first. */
const objects = new Map<string, Buffer>();
const seen: string[] = [];
let busy: number[] = [];
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const key = request.url as string;
    seen.push(`${request.method} ${key}`);
    const status = busy.shift();
    if (status !== undefined) response.writeHead(status).end('<Error>words of a gateway</Error>');
    else if (!request.headers.authorization?.includes('Credential=KEY/')) response.writeHead(403).end();
    else if (request.method === 'HEAD')
      response.writeHead(200, { 'content-length': objects.get(key)?.length ?? 0 }).end();
    else if (request.headers['if-none-match'] === '*' && objects.has(key)) response.writeHead(412).end();
    else {
      objects.set(key, Buffer.concat(parts));
      response.writeHead(200).end();
    }
  });
});
const file = join(tempDir('bucket'), 'records.parquet');
let env: Record<string, string>;
let bucket: Bucket;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  writeFileSync(file, 'PAR1 some rows');
  env = {
    AWS_ACCESS_KEY_ID: 'KEY',
    AWS_SECRET_ACCESS_KEY: 'word',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  bucket = openBucket('s3://ours/a project', env) as Bucket;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  objects.clear();
  seen.length = 0;
  busy = [];
});

test('of several that put the same file one does, and it is whole', async () => {
  const key = 'records/e1/records.parquet';
  const done = await Promise.all([1, 2, 3].map(() => bucket.put(key, file)));
  expect(done.filter((one) => one)).toHaveLength(1);
  expect([...objects]).toEqual([
    ['/ours/a%20project/records/e1/records.parquet', Buffer.from('PAR1 some rows')],
  ]);
});

test('a busy bucket is asked again', async () => {
  busy = [503, 429];
  expect(await bucket.put('k', file)).toBe(true);
  expect(seen).toHaveLength(3);
});

test('another file in its place is said, and stays', async () => {
  objects.set('/ours/a%20project/k', Buffer.from('of another project'));
  const error = (await bucket.put('k', file).catch((one) => one)) as UserError;
  expect(error).toMatchObject({ code: 'CF-LAKE-003', exit: 3 });
  expect(String(objects.get('/ours/a%20project/k'))).toBe('of another project');
});

test('keys that are refused, missing, or would go in the clear', async () => {
  const other = openBucket('s3://ours', { ...env, AWS_ACCESS_KEY_ID: 'OTHER' }) as Bucket;
  const error = (await other.put('k', file).catch((one) => one)) as UserError;
  expect(error).toMatchObject({ code: 'CF-LAKE-002', exit: 3 });
  expect(error.message).toContain('403');
  expect(() => openBucket('s3://ours', {})).toThrow(/does not take/);
  expect(() => openBucket('s3://ours', { ...env, AWS_ENDPOINT_URL: 'http://s3.example.org' })).toThrow(
    /does not take/,
  );
  expect(openBucket('local:///ours', {})).toBeNull();
});
