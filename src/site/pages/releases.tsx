import type { ListedRelease } from '../../project/site-releases.ts';
import { Table } from '../components/table.tsx';
import { page } from '../page-kind.ts';
import { paths } from '../paths.ts';

interface ReleasesData {
  releases: ListedRelease[];
}

/** Every dated copy of the site, the newest first. */
export const releasesPage = page<ReleasesData>({
  route: 'releases',
  says: 'dated copies of the whole site, the oldest first: name, date, checksum, whether the copy is held here',
  paths: () => [paths.releases],
  load: (site) => ({ releases: [...(site.releases?.() ?? [])] }),
  view: ({ releases }, here) => ({
    title: here.say`Dated copies`,
    description: here.say`Every publication of this site, kept whole under an address with its date.`,
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`Dated copies` }],
    made: here.say`Which copies there are is kept with the records; each is checked by its own checksums.`,
    children: (
      <>
        <h1>{here.say`Dated copies`}</h1>
        <p class="lead">
          {here.say`Every publication of this site is kept whole under an address with its date, so that what is quoted from it can still be read when the records have moved on.`}{' '}
          {here.say`Publishing again without a change makes no new copy.`}
        </p>
        <p>
          {here.say`Each copy has the checksums of all its files (SHA256SUMS, to be checked with “sha256sum -c SHA256SUMS”) and names the copy before it with its checksum.`}{' '}
          {here.say`A copy stays when a file is later taken out of the project. Where a file should never have been published, the copies that hold it are withdrawn: a note and the checksum stay.`}
        </p>
        {releases.length === 0 ? (
          <p>{here.say`There is no copy yet: "publish" makes one.`}</p>
        ) : (
          <Table
            lang={here.lang}
            id="releases"
            caption={here.say`Dated copies, the newest first`}
            columns={[
              { label: here.say`Copy`, kind: 'text' },
              { label: here.say`Files` },
              { label: here.say`Bytes` },
              { label: here.say`Editions taken out since` },
              { label: here.say`State`, kind: 'text' },
              { label: here.say`SHA-256 of its checksums`, kind: 'text', long: true },
            ]}
            rows={[...releases]
              .reverse()
              .map((one) => [
                one.held || one.withdrawn !== null
                  ? { value: one.release, href: here.to(`releases/${one.release}/index.html`) }
                  : one.release,
                one.files,
                one.bytes,
                one.removed,
                one.withdrawn !== null
                  ? here.say`withdrawn on ${one.withdrawn}`
                  : one.held
                    ? here.say`held here`
                    : here.say`not held here`,
                one.content,
              ])}
          />
        )}
      </>
    ),
  }),
  csv: ({ releases }) => ({
    columns: ['release', 'date', 'files', 'bytes', 'editions_removed_since', 'withdrawn', 'held', 'sha256'],
    rows: releases.map((one) => [
      one.release,
      one.date,
      one.files,
      one.bytes,
      one.removed,
      one.withdrawn,
      one.held,
      one.content,
    ]),
  }),
});
