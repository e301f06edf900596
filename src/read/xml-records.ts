import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { deepest, outside } from './tree-paths.ts';

/** A record of an XML file: the text at each path. */
export type TreeRecord = Map<string, string>;

/** Why an XML text is refused: it does not parse, or it brings declarations of its own. */
export class XmlFault extends Error {
  readonly declares: boolean;
  constructor(declares: boolean) {
    super(declares ? 'the XML declares a document type' : 'the XML does not parse');
    this.declares = declares;
  }
}

interface Wanted {
  path: string | null;
  attributes: Map<string, string>;
  children: Map<string, Wanted>;
}

/**
 * Reads the records of an XML text as it comes: the children called `record` of the root. With `paths` only those are
 * read and all else is passed over; without, every path with a value. No tree is kept, and no entity but the five of
 * XML is known: a document type is refused, so that nothing can expand.
 */
export class XmlRecords {
  private readonly parser = new SaxesParser({ position: false });
  private readonly wanted: Wanted | null;
  private readonly wantedOutside: Wanted | null;
  private readonly record: string;
  private readonly done: (record: TreeRecord) => void;
  private readonly longest: number;
  private readonly names = new Map<string, string>();
  private depth = 0;
  private passed = 0;
  private inside: TreeRecord | null = null;
  private readonly around: TreeRecord = new Map();
  private readonly nodes: (Wanted | null)[] = [];
  private readonly trail: string[] = [];
  private text = '';
  private listens = false;
  private cut = false;

  constructor(
    record: string,
    done: (record: TreeRecord) => void,
    options: { paths?: readonly string[]; longest?: number } = {},
  ) {
    this.record = record;
    this.done = done;
    this.longest = options.longest ?? Number.POSITIVE_INFINITY;
    this.wanted = options.paths
      ? wantedTree(options.paths.filter((path) => !path.startsWith(outside)))
      : null;
    this.wantedOutside = options.paths
      ? wantedTree(
          options.paths.filter((path) => path.startsWith(outside)).map((path) => path.slice(outside.length)),
        )
      : null;
    const { parser } = this;
    parser.on('error', () => {
      throw new XmlFault(false);
    });
    parser.on('doctype', () => {
      throw new XmlFault(true);
    });
    parser.on('opentag', (tag) => this.open(tag as SaxesTagPlain));
    parser.on('closetag', () => this.close());
    const take = (text: string) => {
      if (!this.listens || this.cut) return;
      this.text += text;
      if (this.text.length > this.longest) this.cut = true;
    };
    parser.on('text', take);
    parser.on('cdata', take);
  }

  /** Takes the next piece. Throws {@link XmlFault}. */
  push(chunk: string): void {
    this.parser.write(chunk);
  }

  /** Call after the last piece. Throws {@link XmlFault} where the document is not whole. */
  end(): void {
    this.parser.close();
  }

  private name(full: string): string {
    const known = this.names.get(full);
    if (known !== undefined) return known;
    const name = full.slice(full.indexOf(':') + 1).toLowerCase();
    this.names.set(full, name);
    return name;
  }

  private open(tag: SaxesTagPlain): void {
    this.depth += 1;
    if (this.depth > deepest) throw new XmlFault(false);
    if (this.passed > 0) {
      this.passed += 1;
      return;
    }
    if (this.depth === 1) return;
    let name = this.name(tag.name);
    if (this.depth === 2) {
      const isRecord = name === this.record;
      if (isRecord) {
        this.inside = new Map();
        this.enter(this.wanted, '', tag);
        return;
      }
      const rel = tag.attributes['rel'];
      if (typeof rel === 'string' && rel !== '') name = `${name}[${rel.toLowerCase()}]`;
      if (this.wantedOutside) {
        const node = this.wantedOutside.children.get(name);
        if (!node) {
          this.passed = 1;
          return;
        }
        this.enter(node, name, tag);
        return;
      }
      this.enter(null, name, tag);
      return;
    }
    const above = this.nodes[this.nodes.length - 1] ?? null;
    const trail = this.trail[this.trail.length - 1] ?? '';
    const path = trail === '' ? name : `${trail}/${name}`;
    if (above === null) {
      this.enter(null, path, tag);
      return;
    }
    const node = above.children.get(name);
    if (!node) {
      this.passed = 1;
      return;
    }
    this.enter(node, path, tag);
  }

  private enter(node: Wanted | null, path: string, tag: SaxesTagPlain): void {
    this.nodes.push(node);
    this.trail.push(path);
    this.text = '';
    this.listens = node === null || node.path !== null;
    const { attributes } = tag;
    if (node !== null) {
      for (const [name, at] of node.attributes) {
        const value = attributeOf(attributes, name);
        if (value !== undefined && value !== '') this.set(at, value);
      }
      return;
    }
    for (const [name, value] of Object.entries(attributes)) {
      if (!name.startsWith('xmlns') && value !== '') this.set(`${path}@${this.name(name)}`, value);
    }
  }

  private close(): void {
    this.depth -= 1;
    if (this.passed > 0) {
      this.passed -= 1;
      return;
    }
    if (this.depth === 0) return;
    const path = this.trail.pop() as string;
    this.nodes.pop();
    if (this.listens && path !== '') {
      const text = this.text.trim();
      if (this.cut) this.set('!', 'cell-too-long');
      else if (text !== '') this.set(path, text);
    }
    this.listens = false;
    this.cut = false;
    this.text = '';
    if (this.depth === 1 && this.inside) {
      const record = this.inside;
      this.inside = null;
      for (const [name, value] of this.around) record.set(`${outside}${name}`, value);
      this.done(record);
    }
  }

  private set(path: string, value: string): void {
    const target = this.inside ?? this.around;
    if (!target.has(path)) target.set(path, value);
  }
}

function attributeOf(attributes: Record<string, string>, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const [full, value] of Object.entries(attributes)) {
    if (full.slice(full.indexOf(':') + 1).toLowerCase() === name) return value;
  }
  return undefined;
}

function wantedTree(paths: readonly string[]): Wanted {
  const root: Wanted = { path: null, attributes: new Map(), children: new Map() };
  for (const path of paths) {
    const [steps = '', attribute] = path.split('@');
    let node = root;
    for (const step of steps.split('/').filter((part) => part !== '')) {
      const next = node.children.get(step) ?? { path: null, attributes: new Map(), children: new Map() };
      node.children.set(step, next);
      node = next;
    }
    if (attribute === undefined) node.path = path;
    else node.attributes.set(attribute, path);
  }
  return root;
}

/**
 * Which child of the root is the record: the one with the most elements below it in the first part of a text. Null
 * where the root has none with elements.
 */
export function recordElement(head: string): string | null {
  const parser = new SaxesParser({ position: false });
  const below = new Map<string, number>();
  let depth = 0;
  let current = '';
  parser.on('error', () => {
    throw new XmlFault(false);
  });
  parser.on('doctype', () => {
    throw new XmlFault(true);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth === 2) current = tag.name.slice(tag.name.indexOf(':') + 1).toLowerCase();
    if (depth > 2) below.set(current, (below.get(current) ?? 0) + 1);
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.write(head);
  let best: string | null = null;
  for (const [name, count] of below) if (best === null || count > (below.get(best) ?? 0)) best = name;
  return best;
}

/** Counts a record's opening tags by looking at characters alone, comments and CDATA passed over: the second count. */
export class TagCount {
  count = 0;
  private rest = '';
  private readonly record: string;
  private until: string | null = null;

  constructor(record: string) {
    this.record = record;
  }

  push(chunk: string): void {
    const text = this.rest + chunk;
    let at = 0;
    for (;;) {
      if (this.until !== null) {
        const end = text.indexOf(this.until, at);
        if (end === -1) {
          this.rest = text.slice(Math.max(at, text.length - this.until.length + 1));
          return;
        }
        at = end + this.until.length;
        this.until = null;
      }
      const open = text.indexOf('<', at);
      if (open === -1) {
        this.rest = '';
        return;
      }
      // The longest that has to be seen at once: a name with its prefix, or the start of a CDATA section.
      if (text.length - open < 80 && text.indexOf('>', open) === -1) {
        this.rest = text.slice(open);
        return;
      }
      if (text.startsWith('<!--', open)) {
        this.until = '-->';
        at = open + 4;
      } else if (text.startsWith('<![CDATA[', open)) {
        this.until = ']]>';
        at = open + 9;
      } else {
        if (this.opens(text, open + 1)) this.count += 1;
        at = open + 1;
      }
    }
  }

  private opens(text: string, from: number): boolean {
    let end = from;
    let begin = from;
    for (;;) {
      const code = text.charCodeAt(end);
      if (Number.isNaN(code) || code <= 32 || code === 62 || code === 47) break;
      if (code === 58) begin = end + 1;
      end += 1;
      if (end - from > 78) return false;
    }
    return end - begin === this.record.length && text.slice(begin, end).toLowerCase() === this.record;
  }
}
