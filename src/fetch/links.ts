/** The addresses that a page links to, absolute, in order. The page is read as text: nothing in it is run. */
export function pageLinks(html: string, base: string): string[] {
  return anchors(html)
    .flatMap(({ href }) => URL.parse(href, base)?.href ?? [])
    .filter((href) => /^https?:/.test(href));
}

/** A file that sits in a page as a `data:` link, by its download name; null where there is none. */
export function dataLink(html: string, name: RegExp): { name: string; bytes: Buffer } | null {
  for (const { href, download } of anchors(html)) {
    const found = /^data:([^,]*),([\s\S]*)$/i.exec(href);
    if (!found || download === null || !name.test(download)) continue;
    const [meta = '', body = ''] = found.slice(1);
    if (/;base64$/i.test(meta.trim()))
      return { name: download, bytes: Buffer.from(percent(body).toString('latin1'), 'base64') };
    return { name: download, bytes: percent(body) };
  }
  return null;
}

function anchors(html: string): { href: string; download: string | null }[] {
  return [...html.matchAll(/<a\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi)].flatMap((tag) => {
    const attributes = tag[1] ?? '';
    const href = attribute(attributes, 'href');
    return href === null ? [] : [{ href, download: attribute(attributes, 'download') }];
  });
}

function attribute(text: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(text);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? null : withoutEntities(value).trim();
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function withoutEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (whole, decimal, hex, named) => {
      if (named !== undefined) return entities[String(named).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Bytes of percent-encoded text; what is not encoded stands for itself. */
function percent(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const out = Buffer.alloc(bytes.length);
  let size = 0;
  for (let at = 0; at < bytes.length; at++) {
    const code =
      bytes[at] === 0x25 ? Number.parseInt(bytes.toString('latin1', at + 1, at + 3), 16) : Number.NaN;
    if (Number.isNaN(code)) out[size++] = bytes[at] as number;
    else {
      out[size++] = code;
      at += 2;
    }
  }
  return out.subarray(0, size);
}

/** Where an Atom feed says that it goes on, or null. */
export function nextLink(feed: string): string | null {
  const link = /<link\b[^>]*\brel=["']next["'][^>]*>/.exec(feed)?.[0];
  const href = link === undefined ? undefined : /\bhref=["']([^"']+)["']/.exec(link)?.[1];
  return href === undefined ? null : withoutEntities(href);
}

/** The file name in a Content-Disposition header. */
export function attachedName(header: string): string | undefined {
  return /filename\*?=(?:UTF-8'')?"?([^";]+)"?/i.exec(header)?.[1];
}

/** A value as a cell of CSV. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
