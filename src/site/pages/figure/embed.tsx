import { raw } from 'hono/html';
import { sayIn } from '../../../language/say.ts';
import { formatValue } from '../../cell.ts';
import { siteAddress } from '../../components/snippets.tsx';
import { formatDate } from '../../format.ts';
import { file, paths, relative } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { escapeText, withoutControls } from '../../svg.ts';
import { kindOf, unitOf } from '../../units.ts';
import type { FigureData } from './data.ts';
import { figureDrawing } from './drawing.ts';

/** The page of a figure for frames of other sites: value, date, drawing, source; no script, no navigation. */
export function embedPage(site: Site, data: FigureData): string {
  const { summary } = data;
  const say = sayIn(site.lang);
  const to = (address: string) => relative(paths.figure(summary.id), address);
  const drawing = figureDrawing(data, site.lang);
  const body = (
    <body class="embed">
      <main>
        <h1>{summary.title}</h1>
        <p class="figure">
          <b>{saidOf(data, site.lang)}</b>
        </p>
        {drawing === undefined ? (
          <p>{summary.definition}</p>
        ) : (
          <figure class="chart-figure">
            <figcaption>
              <span>{drawing.measure}</span>
            </figcaption>
            <div class="wide">{raw(drawing.draw('wide', 720))}</div>
            <div class="narrow">{raw(drawing.draw('narrow', 340))}</div>
          </figure>
        )}
        <p class="note">
          {site.notice === null ? '' : `${site.notice} `}
          {say`Source:`}{' '}
          <a href={to(file(paths.figure(summary.id)))} target="_top">
            {site.title}: {say`definition, caveats, receipts`}
          </a>
        </p>
      </main>
    </body>
  );
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeText(summary.title)}</title>`,
    `<link rel="stylesheet" href="${to('style.css')}">`,
  ];
  return `<!doctype html>\n<html lang="${site.lang}">\n<head>\n${head.join('\n')}\n</head>\n${withoutControls(String(body))}\n</html>\n`;
}

/** `403 agencies, as of Jun 4, 2026`. */
export function saidOf(data: FigureData, lang: Site['lang']): string {
  const { summary } = data;
  const say = sayIn(lang);
  const value = summary.value === null ? '[x]' : formatValue(summary.value, kindOf(summary), lang);
  const said = `${value} ${unitOf(summary, summary.value) ?? ''}`.trim();
  return summary.as_of === null ? said : say`${said}, as of ${formatDate(summary.as_of, lang)}`;
}

/** Markup for other sites: a frame with the page above, and a plain figure that needs no frame. */
export function embedSnippets(site: Site, data: FigureData): { frame: string; figure: string } {
  const { summary } = data;
  const root = `${siteAddress}/${paths.figure(summary.id)}`;
  const title = escapeText(summary.title);
  const drawing = figureDrawing(data, site.lang);
  const notice = site.notice === null ? '' : ` ${escapeText(site.notice)}`;
  const image =
    drawing === undefined
      ? ''
      : `\n  <img src="${root}/chart.svg" alt="${escapeText(drawing.message)}" width="752" loading="lazy">`;
  return {
    frame: `<iframe src="${root}/embed.html" title="${title}" width="100%" height="${drawing === undefined ? 260 : 560}" loading="lazy"></iframe>`,
    figure: `<figure>${image}\n  <figcaption>${title}: ${escapeText(saidOf(data, site.lang))}.${notice}\n  <a href="${root}/">${escapeText(site.title)}</a></figcaption>\n</figure>`,
  };
}
