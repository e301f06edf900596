// `node bench/big-table.ts [ROWS]`: a table of a million rows in a headless browser: requests, bytes, frames.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { findChromium } from '../scripts/setup/chromium.mjs';
import { inventedTable, tableSite } from '../tests/site/support/long-table.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const started = process.cpuUsage();
const files = tableSite(inventedTable(rows));
const made = process.cpuUsage(started);
const parquet = files.get('/data.parquet') as Uint8Array;
console.log(
  `${rows} rows: ${(parquet.length / 1e6).toFixed(1)} MB of Parquet, written in ${seconds(made)} s of processor time`,
);

let [requests, bytes] = [0, 0];
const server = createServer((request, response) => {
  const name = (request.url ?? '/').split('?')[0] ?? '/';
  const body = name.startsWith('/client/')
    ? readFileSync(new URL(`../dist/site${name}`, import.meta.url))
    : files.get(name);
  if (body === undefined) return response.writeHead(404).end();
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  const part = from === undefined ? body : body.slice(Number(from), Number(to) + 1);
  if (from !== undefined) {
    requests += 1;
    bytes += part.length;
  }
  response.writeHead(from === undefined ? 200 : 206, { 'content-type': typeOf(name) });
  response.end(part);
}).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
// How long the page could not answer at a stretch, by the gaps between two turns of its event loop.
await page.addInitScript(`(() => {
  let last = performance.now();
  globalThis.longestStop = 0;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    globalThis.longestStop = Math.max(globalThis.longestStop, now - last);
    last = now;
    setTimeout(() => channel.port2.postMessage(0), 4);
  };
  channel.port2.postMessage(0);
})()`);
const told = async (what: string, since: number) => {
  const took = Date.now() - since;
  const stop = (await page.evaluate(
    '(() => { const s = longestStop; longestStop = 0; return s; })()',
  )) as number;
  console.log(
    `${what}: ${requests} requests, ${(bytes / 1e6).toFixed(2)} MB, ${took} ms, longest stop ${stop.toFixed(0)} ms`,
  );
};
let since = Date.now();
await page.goto(address);
await page.waitForSelector('.big-table.enhanced');
await settled();
await told('first screen', since);

since = Date.now();
const frames = (await page.evaluate(`(async () => {
  const view = document.querySelector('.grid-view');
  const times = [];
  let last = performance.now();
  for (let i = 1; i <= 120; i += 1) {
    view.scrollTop = (view.scrollHeight / 120) * i;
    await new Promise((done) => requestAnimationFrame(done));
    times.push(performance.now() - last);
    last = performance.now();
  }
  times.sort((a, b) => a - b);
  return { median: times[60], p95: times[114], worst: times.at(-1) };
})()`)) as { median: number; p95: number; worst: number };
await settled();
await told('scrolled from end to end in 120 frames', since);
console.log(
  `frames: median ${frames.median.toFixed(1)} ms, p95 ${frames.p95.toFixed(1)} ms, worst ${frames.worst.toFixed(1)} ms`,
);

since = Date.now();
await page.click('.grid-head [aria-colindex="3"] button');
await page.waitForSelector('.grid-head [aria-colindex="3"][aria-sort]');
await settled();
await told('sorted by a column of numbers', since);

since = Date.now();
await page.click('.grid-head [aria-colindex="1"] button');
await page.waitForSelector('.grid-head [aria-colindex="1"][aria-sort]');
await settled();
await told('sorted by a column of text', since);

since = Date.now();
await page.fill('input[data-column="name"]', 'agency 77');
await page.waitForFunction(`location.hash.includes('f.name')`, undefined, { timeout: 60_000 });
await settled();
await told('filtered by text', since);

since = Date.now();
await page.fill('input[data-column="name"]', 'agency 778');
await page.waitForFunction(`location.hash.includes('778')`, undefined, { timeout: 60_000 });
await settled();
await told('and by one letter more', since);
console.log(await page.textContent('.table-bar [role=status]'));
const heap = (await page.evaluate('performance.memory.usedJSHeapSize')) as number;
console.log(`heap of the page: ${(heap / 1e6).toFixed(0)} MB`);
await browser.close();
server.close();

async function settled(): Promise<void> {
  await page.waitForFunction(`!document.querySelector('.grid-body')?.textContent.includes('…')`, undefined, {
    timeout: 60_000,
  });
}

function seconds(used: NodeJS.CpuUsage): string {
  return ((used.user + used.system) / 1e6).toFixed(1);
}

function typeOf(name: string): string {
  return name.endsWith('.js')
    ? 'text/javascript'
    : name.endsWith('.css')
      ? 'text/css'
      : name === '/'
        ? 'text/html'
        : 'application/octet-stream';
}
