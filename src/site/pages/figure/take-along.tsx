import { CopyText } from '../../components/copy-text.tsx';
import { type DataFile, DataFiles } from '../../components/data-files.tsx';
import { Snippets, siteAddress } from '../../components/snippets.tsx';
import { figureFiles } from '../../downloads/figure-files.ts';
import { figureTable } from '../../downloads/figure-table.ts';
import type { Here } from '../../page-kind.ts';
import { paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import type { FigureData } from './data.ts';
import { embedSnippets, saidOf } from './embed.tsx';

/** Downloads with rows and size, the figure as a sentence with its source, markup for other pages, commands. */
export function TakeAlong(props: { here: Here; site: Site; data: FigureData }) {
  const { here, site, data } = props;
  const { id, definition } = data.summary;
  const root = `${siteAddress}/${paths.figure(id)}`;
  const embed = embedSnippets(site, data);
  const files = filesOf(here, site, data);
  const drawn = files.some(({ href }) => href === 'chart.svg');
  const sources = data.editions.map(({ name, sha256 }) => `${name} (SHA-256 ${sha256.slice(0, 16)}…)`);
  const shown =
    sources.length > 4 ? here.say`${sources.length} editions, listed on the page` : sources.join(', ');
  return (
    <section aria-labelledby="take">
      <h2 id="take">{here.say`Take it along`}</h2>
      <h3>{here.say`Download`}</h3>
      <p class="note">{here.say`Each file holds what is on this page: the latest value, every list, every part, every reading, with a column that says why a value is absent.`}</p>
      <DataFiles
        lang={here.lang}
        files={files}
        {...(drawn ? { png: { href: 'chart.svg', name: `${id}.png` } } : {})}
      />
      <h3>{here.say`Quote`}</h3>
      <div data-root={here.to('')}>
        <CopyText
          lang={here.lang}
          text={`${saidOf(data, here.lang)}. ${definition} ${here.say`Source:`} ${shown}. Counterfoil ${site.version}, ${root}/.${site.notice === null ? '' : ` ${site.notice}`}`}
        />
      </div>
      <h3>{here.say`Embed`}</h3>
      <Snippets
        lang={here.lang}
        root={here.to('')}
        items={[
          { label: here.say`A frame, without script`, text: embed.frame },
          { label: here.say`A plain figure`, text: embed.figure },
        ]}
      />
      <h3>{here.say`Use it in a program`}</h3>
      <Snippets
        lang={here.lang}
        root={here.to('')}
        items={[
          { label: 'curl', text: `curl -sS ${root}/index.json` },
          { label: 'DuckDB', text: `from '${root}/data.parquet' where dimension = 'all';` },
          {
            label: 'R',
            text: `figure <- read.csv("${root}/index.csv", na.strings = "")\nsubset(figure, dimension == "date")`,
          },
          { label: here.say`This program`, text: commandOf(data) },
        ]}
      />
    </section>
  );
}

function commandOf({ summary }: FigureData): string {
  return `counterfoil figure ${summary.id}${summary.as_of === null ? '' : ` --as-of ${summary.as_of}`}`;
}

function filesOf(here: Here, site: Site, data: FigureData): DataFile[] {
  const rows = figureTable(data).rows.length;
  const { id } = data.summary;
  const words: Readonly<Record<string, readonly [string, string]>> = {
    'index.csv': ['CSV', here.say`for any program`],
    'data.xlsx': ['XLSX', here.say`a workbook with a sheet that says what it is`],
    'data.parquet': ['Parquet', here.say`typed columns, exact decimals`],
    'index.json': ['JSON', here.say`with definition, caveats and editions`],
    'figure.zip': ['ZIP', here.say`all of them, with a README and a description of the columns`],
    'chart.svg': ['SVG', here.say`the drawing with its titles and source`],
  };
  return figureFiles(site, data).map(({ name, body }) => {
    const [label = name, says = ''] = words[name] ?? [];
    const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
    return {
      label,
      says,
      href: name,
      bytes,
      save: `${id}.${name.split('.').at(-1)}`,
      ...(name === 'chart.svg' || name === 'figure.zip' ? {} : { rows }),
    };
  });
}
