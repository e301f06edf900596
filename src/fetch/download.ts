import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { exitCodes, UserError } from '../project/errors.ts';
import type { Fetched } from '../project/journal.ts';
import type { Ask, Client, Got } from './client.ts';
import { attachedName, csvCell, dataLink, nextLink, pageLinks } from './links.ts';
import type { Source } from './source.ts';

/** A file that a source gave, in a private folder, with how it came. */
export interface Download {
  file: string;
  /** The name under which it is listed. */
  name: string;
  fetched: Omit<Fetched, 'source'>;
}

/** By what the last answer of an address is recognised again. */
export type Validators = (url: string) => { etag?: string; lastModified?: string };

export interface DownloadContext {
  client: Client;
  /** A private folder for what comes. */
  folder: string;
  validators: Validators;
  env: Readonly<Record<string, string | undefined>>;
}

/** How often a result that changes between its pages is asked for again. */
const pagedAttempts = 3;
const mostPages = 10_000;

/** Downloads what a source has now. An empty list: nothing has changed since the last time. */
export async function download(source: Source, context: DownloadContext): Promise<Download[]> {
  switch (source.how) {
    case 'file':
      return fetchFile(source, context, { url: source.url }, null);
    case 'page-link':
      return pageLink(source, context);
    case 'data-link':
      return inPage(source, context);
    case 'usaspending-download':
      return polled(source, context);
    case 'usaspending-search':
      return steady(source, (page) => searchPages(source, context, page));
    case 'atom':
      return steady(source, () => atomPages(source, context));
    case 'sam':
      return samPage(source, context);
    case 'folder':
      return [];
  }
}

async function fetchFile(
  source: Source,
  context: DownloadContext,
  ask: Ask,
  before: string[] | null,
): Promise<Download[]> {
  const file = join(context.folder, `download-${source.id.replace(/[^a-z0-9-]/gi, '-')}`);
  const got = await context.client.get({ ...ask, ...context.validators(ask.url), file });
  if (got.status === 304) return [];
  return [{ file, name: nameOf(got, source), fetched: fetchedOf(got, before ?? []) }];
}

/** The page is read each time, since the link changes with the file; the file only where its address or its bytes are new. */
async function pageLink(source: Source, context: DownloadContext): Promise<Download[]> {
  const page = await context.client.get({ url: source.url });
  const pattern = new RegExp(source.link ?? '.', 'i');
  const links = [
    ...new Set(pageLinks(page.body.toString('utf8'), page.url).filter((link) => pattern.test(link))),
  ];
  if (links.length === 0) throw noLink(source, 'has no link that fits');
  const downloads: Download[] = [];
  for (const [index, url] of links.entries()) {
    for (const one of await fetchFile(
      { ...source, id: `${source.id}-${index}` },
      context,
      { url },
      page.chain,
    ))
      downloads.push(one);
  }
  return downloads;
}

async function inPage(source: Source, context: DownloadContext): Promise<Download[]> {
  const page = await context.client.get({ url: source.url });
  const found = dataLink(page.body.toString('utf8'), new RegExp(source.link ?? '.', 'i'));
  if (!found) throw noLink(source, 'holds no file');
  const slug = basename(new URL(page.url).pathname) || 'portal';
  return [store(context, `${slug}_${page.at.slice(0, 10)}_${found.name}`, found.bytes, fetchedOf(page, []))];
}

/** A request that is answered with where to ask whether the file is ready. */
async function polled(source: Source, context: DownloadContext): Promise<Download[]> {
  const asked = await context.client.get({
    url: source.url,
    method: 'POST',
    json: awardsRequest(source.with),
  });
  const { status_url: status, file_url: file } = json(asked, source) as {
    status_url?: string;
    file_url?: string;
  };
  if (status === undefined || file === undefined)
    throw unexpected(source, 'it does not say where the file will be');
  const begun = Date.now();
  for (let wait = 5; ; wait = Math.min(60, wait * 1.5)) {
    const answer = json(await context.client.get({ url: status }), source) as {
      status?: string;
      file_url?: string;
    };
    if (answer.status === 'finished')
      return fetchFile(source, context, { url: answer.file_url ?? file }, asked.chain);
    if (answer.status === 'failed') throw unexpected(source, 'it says that making the file failed');
    if (Date.now() - begun > context.client.limits.seconds * 1000)
      throw unexpected(source, 'the file was not ready in time');
    await context.client.wait(wait);
  }
}

/** What the request for a bulk download of an agency's contract actions of a fiscal year holds. */
export function awardsRequest(asked: Readonly<Record<string, string>>) {
  const year = Number(asked['fiscal_year']);
  return {
    filters: {
      prime_award_types: [
        'A',
        'B',
        'C',
        'D',
        'IDV_A',
        'IDV_B',
        'IDV_B_A',
        'IDV_B_B',
        'IDV_B_C',
        'IDV_C',
        'IDV_D',
        'IDV_E',
      ],
      date_type: 'action_date',
      date_range: { start_date: `${year - 1}-10-01`, end_date: `${year}-09-30` },
      agencies: [{ type: 'awarding', tier: 'subtier', name: asked['agency'] ?? '' }],
    },
    columns: [],
    file_format: 'csv',
  };
}

const searchFields = [
  'Award ID',
  'Mod',
  'Action Date',
  'Transaction Amount',
  'Action Type',
  'Award Type',
  'Recipient Name',
  'Recipient UEI',
  'Awarding Agency',
  'Awarding Sub Agency',
  'Transaction Description',
  'generated_internal_id',
];

/**
 * All pages of a search, sorted by a unique key. `first` is the first page as it was the last time, to compare: a page
 * that changes between two pages of one result would leave rows out or repeat them.
 */
async function searchPages(
  source: Source,
  context: DownloadContext,
  recheck: (page: string) => void,
): Promise<Download[]> {
  const rows: Record<string, unknown>[] = [];
  const year = Number(source.with['fiscal_year']);
  const ask = (page: number): Ask => ({
    url: source.url,
    method: 'POST',
    json: {
      filters: {
        award_type_codes: ['A', 'B', 'C', 'D'],
        agencies: [{ type: 'awarding', tier: 'subtier', name: source.with['agency'] ?? '' }],
        time_period: [{ start_date: `${year - 1}-10-01`, end_date: `${year}-09-30` }],
      },
      fields: searchFields,
      sort: 'Award ID',
      order: 'asc',
      limit: 100,
      page,
    },
  });
  let first: Got | undefined;
  for (let page = 1; page <= mostPages; page++) {
    const got = await context.client.get(ask(page));
    first ??= got;
    const answer = json(got, source) as {
      results?: Record<string, unknown>[];
      page_metadata?: { hasNext?: boolean };
    };
    if (!Array.isArray(answer.results)) throw unexpected(source, 'a page has no results');
    rows.push(...answer.results);
    if (answer.page_metadata?.hasNext !== true) break;
  }
  if (!first) throw unexpected(source, 'there is no page');
  const keys = rows.map((row) =>
    JSON.stringify([row['generated_internal_id'] ?? row['Award ID'], row['Mod']]),
  );
  if (new Set(keys).size !== keys.length) throw changed(source);
  recheck(first.sha256);
  recheck((await context.client.get(ask(1))).sha256);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const csv = [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((line) => line.map(csvCell).join(','))
    .join('\n');
  return [
    store(
      context,
      `${source.id}_${source.with['fiscal_year'] ?? ''}_${first.at.slice(0, 10)}.csv`,
      Buffer.from(`${csv}\n`),
      fetchedOf(first, []),
    ),
  ];
}

/** An Atom feed's pages joined to one feed: the first with the entries of the others. */
async function atomPages(source: Source, context: DownloadContext): Promise<Download[]> {
  const pages: Got[] = [];
  let url: string | null = source.url;
  const seen = new Set<string>();
  while (url !== null && pages.length < mostPages) {
    if (seen.has(url)) throw unexpected(source, 'its pages lead in a circle');
    seen.add(url);
    const got: Got = await context.client.get({ url });
    const text = got.body.toString('utf8');
    if (!/<feed[\s>]/.test(text)) throw unexpected(source, 'it is no Atom feed');
    pages.push(got);
    const href = nextLink(text);
    url = href === null ? null : new URL(href, got.url).href;
  }
  const [first] = pages;
  if (!first) throw unexpected(source, 'there is no page');
  const entries = pages.map(
    (page) => page.body.toString('utf8').match(/<entry[\s>][\s\S]*?<\/entry>/g) ?? [],
  );
  const ids = entries.flat().map((entry) => /<(?:id|link)\b[^>]*>[^<]*/.exec(entry)?.[0] ?? entry);
  if (new Set(ids).size !== ids.length) throw changed(source);
  if ((await context.client.get({ url: source.url })).sha256 !== first.sha256) throw changed(source);
  const joined = first.body
    .toString('utf8')
    .replace(/<\/feed>\s*$/, `${entries.slice(1).flat().join('\n')}\n</feed>\n`);
  const piid = Object.values(source.with)
    .join('-')
    .replace(/[^\w-]+/g, '-');
  return [
    store(
      context,
      `${source.id}_${piid}_${first.at.slice(0, 10)}.xml`,
      Buffer.from(joined),
      fetchedOf(
        first,
        pages.slice(1).flatMap((page) => page.chain),
      ),
    ),
  ];
}

async function samPage(source: Source, context: DownloadContext): Promise<Download[]> {
  const key = context.env[source.keyFrom ?? ''];
  if (key === undefined || key === '') {
    throw new UserError(`${source.id} needs a key in the environment variable ${source.keyFrom}.`, {
      code: 'CF-FETCH-013',
      exit: exitCodes.usage,
      hint: 'Set it for the command; it is never stored.',
    });
  }
  const got = await context.client.get({ url: source.url, secret: { 'x-api-key': key } });
  json(got, source);
  return [store(context, `${source.id}_${got.at.slice(0, 10)}.json`, got.body, fetchedOf(got, []))];
}

/** Asks for a paged result until it stood still while it was read. */
async function steady(
  source: Source,
  read: (recheck: (page: string) => void) => Promise<Download[]>,
): Promise<Download[]> {
  for (let attempt = 1; ; attempt++) {
    let before: string | undefined;
    try {
      return await read((page) => {
        if (before !== undefined && before !== page) throw changed(source);
        before = page;
      });
    } catch (error) {
      if (attempt >= pagedAttempts || (error as { code?: string }).code !== 'CF-FETCH-016') throw error;
    }
  }
}

function store(
  context: DownloadContext,
  name: string,
  bytes: Buffer,
  fetched: Omit<Fetched, 'source'>,
): Download {
  const file = join(context.folder, 'assembled');
  writeFileSync(file, bytes, { mode: 0o600 });
  return { file, name, fetched };
}

function fetchedOf(got: Got, before: readonly string[]): Omit<Fetched, 'source'> {
  return { fetched: got.at, chain: [...before, ...got.chain], status: got.status, headers: got.headers };
}

/** The publisher's own name for the file: from the header that names it, else from the address. */
function nameOf(got: Got, source: Source): string {
  const named = attachedName(got.headers['content-disposition'] ?? '');
  let name = named ?? basename(new URL(got.url).pathname);
  try {
    name = decodeURIComponent(name);
  } catch {
    // A name with a stray % is kept as it is.
  }
  return basename(name.replace(/[\p{Cc}\\]/gu, '')) || source.id;
}

function json(got: Got, source: Source): unknown {
  try {
    return JSON.parse(got.body.toString('utf8'));
  } catch {
    throw unexpected(source, 'its answer is not JSON');
  }
}

function noLink(source: Source, what: string): UserError {
  return new UserError(`The page of ${source.id} ${what}.`, {
    code: 'CF-FETCH-014',
    exit: exitCodes.unreadable,
    hint: 'Look at the page in a browser; where its links have changed, write "link:" with a new pattern under the source.',
  });
}

function unexpected(source: Source, what: string): UserError {
  return new UserError(`${source.id} answers otherwise than expected: ${what}.`, {
    code: 'CF-FETCH-015',
    exit: exitCodes.unreadable,
    hint: 'Look at the address in a browser; what was there before is kept.',
  });
}

function changed(source: Source): UserError {
  return new UserError(`The result of ${source.id} changed while its pages were read.`, {
    code: 'CF-FETCH-016',
    exit: exitCodes.unreadable,
    hint: 'Run the command again later; what was there before is kept.',
  });
}
