/** Values of attributes; undefined and false leave the attribute out. */
export type Attributes = Record<string, string | number | boolean | undefined>;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const special = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Text without control characters, tab and line ends aside: HTML has no place for them. */
export function withoutControls(text: string): string {
  return text.replace(controls, '');
}

/** Text made safe for SVG and HTML, in content and in attributes. Control characters are dropped. */
export function escapeText(text: string): string {
  if (!special.test(text)) return text;
  return withoutControls(text).replace(/[&<>"']/g, (c) => entities[c] ?? c);
}

/** A coordinate with at most one decimal. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** An element. Attributes are escaped here; children are markup: pass text through `text` or `escapeText`. */
export function el(name: string, attributes: Attributes, ...children: string[]): string {
  let head = name;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    const shown = typeof value === 'number' ? round(value) : value;
    head += value === true ? ` ${key}=""` : ` ${key}="${escapeText(String(shown))}"`;
  }
  return children.length === 0 ? `<${head}/>` : `<${head}>${children.join('')}</${name}>`;
}

/** A group that can be read off: its title says its name and value, `at` is its middle along the drawing. */
export function item(
  options: { name: string; says: string; at: number; class?: string | undefined },
  ...children: string[]
): string {
  const { name, says, at } = options;
  const attributes = { class: options.class, 'data-item': name, 'data-at': at };
  return el('g', attributes, el('title', {}, escapeText(says)), ...children);
}

/** A text element. */
export function text(x: number, y: number, content: string, attributes: Attributes = {}): string {
  return el('text', { x, y, ...attributes }, escapeText(content));
}

/** A link around markup when there is an address, else the markup. Only http(s) and relative addresses pass. */
export function link(href: string | undefined, content: string, attributes: Attributes = {}): string {
  const safe = safeHref(href);
  return safe === undefined ? content : el('a', { href: safe, ...attributes }, content);
}

/** The address when it cannot run anything: relative, http or https; else undefined. */
export function safeHref(href: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  // A browser ignores control characters and leading spaces when it looks for the scheme.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href.replace(/[\p{Cc}\s]/gu, ''))?.[1]?.toLowerCase();
  return scheme === undefined || scheme === 'http' || scheme === 'https' ? href : undefined;
}

/** What every drawing has: a place for its words, and a size. */
export interface Frame {
  /** Unique on the page: ids inside are made from it. */
  id: string;
  /** The plain message, given by the caller. */
  title: string;
  /** What is drawn, in words, for those who do not see it. */
  description: string;
  width: number;
  height: number;
  class?: string;
  /** The plot inside the drawing, for a script that lets it be read off: first and last day since 1970, edges in px. */
  plot?: { from: number; to: number; left: number; right: number; top: number; bottom: number };
  /**
   * Groups made by `item` that a script lets be read off one by one: in the order of time, or in no order. `across`: they
   * lie from left to right, else from top to bottom.
   */
  items?: { order: 'time' | 'none'; across?: boolean };
  /** True when there are links inside: then it is a group, since an image hides its links from a screen reader. */
  links?: boolean;
}

function plotOf({ from, to, left, right, top, bottom }: NonNullable<Frame['plot']>): string {
  return [from, to, ...[left, right, top, bottom].map(round)].join(' ');
}

/** An `<svg>` with title and description, its size a viewBox, so that a stylesheet sets the width. */
export function svgFrame(frame: Frame, ...children: string[]): string {
  const { id, width, height } = frame;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: frame.class,
    viewBox: `0 0 ${round(width)} ${round(height)}`,
    width,
    height,
    role: frame.links ? 'group' : 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
    ...(frame.plot === undefined ? {} : { 'data-plot': plotOf(frame.plot) }),
    ...(frame.items === undefined
      ? {}
      : { 'data-items': frame.items.order, 'data-across': frame.items.across ? '' : undefined }),
  };
  const title = el('title', { id: `${id}-title` }, escapeText(frame.title));
  const desc = el('desc', { id: `${id}-desc` }, escapeText(frame.description));
  return el('svg', attributes, title, desc, ...children);
}
