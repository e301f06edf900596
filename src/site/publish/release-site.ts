import { createHash } from 'node:crypto';
import {
  type ListedRelease,
  listReleases,
  nextReleaseName,
  type SiteRelease,
} from '../../project/site-releases.ts';
import { programVersion } from '../../project/version.ts';
import type { Site } from '../site.ts';
import { aboutCopy, withdrawnCopy } from './about-copy.tsx';
import {
  checksums,
  hasCopy,
  isCopied,
  makeCopy,
  type OwnFile,
  withdrawCopy,
  writeOwn,
} from './dated-copy.ts';
import type { Sum } from './site-folder.ts';

/** The dated copies of a project and what a publish knows of its day. */
export interface DatedCopies {
  /** Every release so far, the oldest first. */
  releases: readonly SiteRelease[];
  /** ISO date of this publish, in UTC. */
  date: string;
  /** Every edition of the project, those of closed kinds too. */
  editions: readonly string[];
  /** Editions that were taken out everywhere. */
  gone: ReadonlySet<string>;
  /** Writes the list down durably; called before any page takes its name, and only where it is another. */
  keep(releases: readonly SiteRelease[]): void;
}

/** The copy that a publish made or found. */
export interface Release {
  name: string;
  /** False where the same site was published before. */
  made: boolean;
  /** Copies that were withdrawn by this publish. */
  withdrawn: string[];
}

/** A publish as far as its dated copies go: what is to be kept is known when all files are staged. */
export interface Dating {
  listed(): readonly ListedRelease[];
  decide(sums: ReadonlyMap<string, Sum>): void;
  keep(): void;
  /** Makes the copy from the published files, and tells all copies what came after them. */
  make(copied: readonly string[]): Release;
}

/** Dates a publish. The same site as the latest release gets no new one; a copy that is missing is made again. */
export function datedCopies(site: Site, out: string, dated: DatedCopies): Dating {
  let list: SiteRelease[] = [];
  let sumsOf: ReadonlyMap<string, Sum> = new Map();
  const withdrawn: string[] = [];
  const current = () => list.at(-1) as SiteRelease;
  const listed = () =>
    listReleases(
      list,
      new Set(dated.editions),
      (release) => release === current().release || hasCopy(out, release),
    );
  return {
    listed,
    decide(sums) {
      sumsOf = sums;
      list = dated.releases.map((release) => {
        const held = release.editions.some((edition) => dated.gone.has(edition));
        if (release.withdrawn !== null || !held) return release;
        withdrawn.push(release.release);
        return { ...release, withdrawn: dated.date };
      });
      const next = releaseOf(sums, dated, list);
      const latest = list.at(-1);
      if (latest?.content !== next.content || latest.withdrawn !== null) list.push(next);
    },
    keep() {
      if (list.length !== dated.releases.length || withdrawn.length > 0) dated.keep(list);
    },
    make(copied) {
      const releases = listed();
      const own = (release: ListedRelease) => aboutCopy(site, releases, release);
      const newest = releases.at(-1) as ListedRelease;
      const name = newest.release;
      if (!hasCopy(out, name))
        makeCopy(out, name, copied, [...fixedFiles(site, list, sumsOf), ...own(newest)]);
      for (const release of releases) {
        if (release.withdrawn !== null) withdrawCopy(out, release.release, withdrawnCopy(site, release));
        else if (release.held) writeOwn(out, release.release, own(release));
      }
      return { name, made: list.length !== dated.releases.length, withdrawn };
    },
  };
}

function releaseOf(
  sums: ReadonlyMap<string, Sum>,
  { date, editions }: DatedCopies,
  before: readonly SiteRelease[],
): SiteRelease {
  const files = [...sums].filter(([path]) => isCopied(path));
  return {
    release: nextReleaseName(before, date),
    date,
    content: createHash('sha256').update(checksums(sums)).digest('hex'),
    files: files.length,
    bytes: files.reduce((total, [, { bytes }]) => total + bytes, 0),
    editions: [...editions].sort(),
    withdrawn: null,
  };
}

/** The checksums of a copy, for `sha256sum` and for programs, with what it was made from and the copy before it. */
function fixedFiles(site: Site, list: readonly SiteRelease[], sums: ReadonlyMap<string, Sum>): OwnFile[] {
  const [previous, release] = [list.at(-2), list.at(-1) as SiteRelease];
  const manifest = {
    schema: 1,
    says: 'a dated copy of a site: the checksum of every file, and the copy before it by its own',
    title: site.title,
    notice: site.notice,
    release: release.release,
    date: release.date,
    program: `counterfoil ${programVersion}`,
    previous: previous === undefined ? null : { release: previous.release, content: previous.content },
    content: release.content,
    editions: site.editions
      .map(({ edition, source, asOf, sha256 }) => ({ edition, source, as_of: asOf, sha256 }))
      .sort((a, b) => (a.edition < b.edition ? -1 : 1)),
    files: [...sums]
      .filter(([path]) => isCopied(path))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, sum]) => ({ path, ...sum })),
  };
  return [
    { path: 'SHA256SUMS', text: checksums(sums) },
    { path: 'manifest.json', text: `${JSON.stringify(manifest, null, 1)}\n` },
  ];
}
