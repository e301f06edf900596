import { gzipSync } from 'node:zlib';
import { countyLinesPath } from '../pages/agreements/counties.tsx';
import { countyFramesPath } from '../pages/agreements/county-map-frames.ts';
import type { FileBody } from '../site-files.ts';

/** What a page may weigh as it travels (gzip), in bytes. */
export const budgets = {
  /** HTML and the stylesheet. */
  page: 100_000,
  /** Scripts that a page loads before anybody touches it. */
  script: 40_000,
  /** The page of all counties with its shared borders and the frames of its dates. */
  countyMap: 250_000,
} as const;

/** A page that weighs more than it may. */
export interface Heavy {
  page: string;
  what: keyof typeof budgets;
  bytes: number;
  budget: number;
}

/** Weighs the files of a site one after another; asked at the end, since pages come before what they load. */
export interface Scales {
  put(path: string, body: FileBody): void;
  heavy(): Heavy[];
}

const stylePath = 'style.css';
const countyPage = 'counties/index.html';
const loaded = /\.js$/;

/** Scales for one site. */
export function scales(): Scales {
  const pages = new Map<string, number>();
  const scripts = new Map<string, string>();
  const others = new Map<string, number>();
  return {
    put(path, body) {
      if (path.endsWith('.html') && typeof body === 'string') {
        pages.set(path, weight(body));
        const names = [...body.matchAll(/<script[^>]* src="(?:\.\.\/)*([^"]+)"/g)].map(([, name]) => name);
        const all = [...new Set(names)].sort().join(' ');
        // Pages of one kind load the same: one of them stands for all.
        if (!scripts.has(all)) scripts.set(all, path);
      } else if (
        path === stylePath ||
        path === countyLinesPath ||
        path === countyFramesPath ||
        loaded.test(path)
      ) {
        others.set(path, gzipSync(body, { level: 6 }).length);
      }
    },
    heavy() {
      const style = others.get(stylePath) ?? 0;
      const found: Heavy[] = [];
      const hold = (page: string, what: Heavy['what'], bytes: number) => {
        if (bytes > budgets[what]) found.push({ page, what, bytes, budget: budgets[what] });
      };
      for (const [page, bytes] of pages) hold(page, 'page', bytes + style);
      for (const [names, page] of scripts) {
        const all = names.split(' ').reduce((sum, name) => sum + (others.get(name) ?? 0), 0);
        hold(page, 'script', all);
      }
      const lines = others.get(countyLinesPath);
      if (lines !== undefined)
        hold(
          countyPage,
          'countyMap',
          (pages.get(countyPage) ?? 0) + lines + (others.get(countyFramesPath) ?? 0),
        );
      return found;
    },
  };
}

/**
 * Bytes of a text under gzip, or a number that is not below it: what is small to begin with, or small when packed in
 * haste, is not packed well. Most pages are neither small nor near their budget.
 */
function weight(text: string): number {
  const enough = budgets.page * 0.8;
  if (text.length * 3 < enough) return text.length * 3;
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length < enough) return bytes.length;
  const hasty = gzipSync(bytes, { level: 1 }).length;
  return hasty < enough ? hasty : gzipSync(bytes, { level: 6 }).length;
}
