import { createHash } from 'node:crypto';

/** One entry of a feed. */
export interface FeedEntry {
  /** Stays the same for the same event, whenever the feed is made: see `eventId`. */
  id: string;
  title: string;
  /** ISO instant: when the edition behind it was obtained. */
  updated: string;
  /** Plain text, one paragraph a line. */
  text: string;
  /** Absolute address of its page, or null. */
  url: string | null;
  /** What it belongs to: source, organisation, claim, kind of change. */
  tags: readonly string[];
  /** The feeds that it belongs to beside that of everything. */
  about?: { source?: string; organisation?: string; claim?: string };
  /** One of more entries than a feed of everything or of a source tells of: it stands in that of its organisation. */
  further?: boolean;
}

export interface Feed {
  id: string;
  title: string;
  /** Absolute address of the site, or null where it is not known. */
  site: string | null;
  /** Absolute address of the feed itself, or null. */
  self: string | null;
  author: string;
  entries: readonly FeedEntry[];
}

/** Entries are told in English, whatever the language of the site. */
const entryLanguage = 'en';

/** An id made of what happened alone: publisher's editions, key and field; not of its place, its words or the day. */
export function eventId(parts: readonly (string | null)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `urn:counterfoil:event:${hash.slice(0, 40)}`;
}

/** The entries in the order of feeds: newest first, then by id, each id once. */
export function inFeedOrder(entries: readonly FeedEntry[]): FeedEntry[] {
  const unique = new Map(entries.map((entry) => [entry.id, entry]));
  return [...unique.values()].sort((a, b) =>
    a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? -1 : 1,
  );
}

/** The feed as Atom (RFC 4287). Its date is that of its newest entry, so that the same events give the same bytes. */
export function atomFeed(feed: Feed): string {
  const entries = inFeedOrder(feed.entries);
  const link = (rel: string, href: string | null) =>
    href === null ? [] : [`<link rel="${rel}" href="${xml(href)}"/>`];
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xml(feed.id)}</id>`,
    `<title>${xml(feed.title)}</title>`,
    `<updated>${entries[0]?.updated ?? '1970-01-01T00:00:00.000Z'}</updated>`,
    `<author><name>${xml(feed.author)}</name></author>`,
    ...link('self', feed.self),
    ...link('alternate', feed.site),
    ...entries.flatMap((entry) => [
      `<entry xml:lang="${entryLanguage}">`,
      `<id>${xml(entry.id)}</id>`,
      `<title>${xml(entry.title)}</title>`,
      `<updated>${entry.updated}</updated>`,
      ...link('alternate', entry.url),
      ...entry.tags.map((tag) => `<category term="${xml(tag)}"/>`),
      `<content type="text">${xml(entry.text)}</content>`,
      '</entry>',
    ]),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

/** The feed as JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    ...(feed.site === null ? {} : { home_page_url: feed.site }),
    ...(feed.self === null ? {} : { feed_url: feed.self }),
    authors: [{ name: feed.author }],
    items: inFeedOrder(feed.entries).map((entry) => ({
      id: entry.id,
      language: entryLanguage,
      ...(entry.url === null ? {} : { url: entry.url }),
      title: entry.title,
      content_text: entry.text,
      date_published: entry.updated,
      tags: entry.tags,
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** Text in XML: markup escaped, characters that XML does not have taken out. */
export function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
