import { figureFiles } from '../../downloads/figure-files.ts';
import { paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import type { FileBody } from '../../site-files.ts';
import { type FigureData, figureData } from './data.ts';
import { figureDrawing } from './drawing.ts';
import { embedPage } from './embed.tsx';

/** The files beside the pages of figures: downloads, drawings, and pages for frames. */
export function filesOfFigures(site: Site): [string, () => FileBody][] {
  return [...site.values.keys()].flatMap((id) => {
    const data = () => figureData(site, id) as FigureData;
    const download = (name: string): [string, () => FileBody] => [
      paths.figureFile(id, name),
      () => figureFiles(site, data()).find((file) => file.name === name)?.body ?? '',
    ];
    return [
      download('data.xlsx'),
      download('data.parquet'),
      download('figure.zip'),
      ...(figureDrawing(data(), site.lang) === undefined ? [] : [download('chart.svg')]),
      [paths.figureFile(id, 'embed.html'), () => embedPage(site, data())],
    ];
  });
}
