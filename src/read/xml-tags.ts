/** Attributes of one tag, entities resolved, prefixes of names kept. */
export type Attributes = Record<string, string>;

/** What a scan of XML calls: names come without prefix. */
export interface TagHandler {
  open(name: string, attributes: () => Attributes): void;
  /** Text between two tags, entities resolved; only asked for while `wantsText` is true. */
  text?(text: string): void;
  wantsText?: boolean;
}

/** A tag longer than this is no tag of a workbook. */
const LONGEST_TAG = 128 * 1024;

/** Scans XML as it comes for its opening tags: no tree, no entities of its own, no outside world. */
export class TagScanner {
  private rest = '';
  private readonly handler: TagHandler;

  constructor(handler: TagHandler) {
    this.handler = handler;
  }

  /** Takes the next piece of text. Throws `RangeError` on a tag without end. */
  push(chunk: string): void {
    const text = this.rest + chunk;
    const { handler } = this;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start === -1) break;
      const end = text.indexOf('>', start);
      if (end === -1) {
        if (handler.wantsText && start > at) handler.text?.(unescapeXml(text.slice(at, start)));
        at = start;
        break;
      }
      if (handler.wantsText && start > at) handler.text?.(unescapeXml(text.slice(at, start)));
      const first = text.charCodeAt(start + 1);
      // 47 "/", 33 "!", 63 "?"
      if (first !== 47 && first !== 33 && first !== 63) this.tag(text, start + 1, end);
      at = end + 1;
    }
    this.rest = at === 0 ? text : text.slice(at);
    if (this.rest.length > LONGEST_TAG && this.rest.startsWith('<'))
      throw new RangeError('a tag without end');
    if (!this.rest.includes('<') && !handler.wantsText) this.rest = '';
  }

  private tag(text: string, from: number, to: number): void {
    let end = from;
    while (end < to && text.charCodeAt(end) > 32 && text[end] !== '/') end += 1;
    const full = text.slice(from, end);
    const colon = full.indexOf(':');
    this.handler.open(colon === -1 ? full : full.slice(colon + 1), () => attributesOf(text.slice(end, to)));
  }
}

function attributesOf(text: string): Attributes {
  const found: Attributes = {};
  for (const match of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found[match[1] ?? ''] = unescapeXml(match[2] ?? match[3] ?? '');
  }
  return found;
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex, decimal, name) => {
    if (name) return named[name] ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** All opening tags called `name` in a short XML text. */
export function tagsNamed(xml: string, name: string): Attributes[] {
  const found: Attributes[] = [];
  new TagScanner({ open: (tag, attributes) => tag === name && found.push(attributes()) }).push(xml);
  return found;
}
