import type { Entrance } from '../../figures/kind.ts';
import { readAgain } from './alignment/align.ts';
import { holderOf, nameKept } from './file-name.ts';
import { guessTable } from './proposal.ts';
import { countIds, isTextLayer, textLayerHeader, textLayerRows } from './text-layer.ts';
import { toldEntrance } from './told.ts';

const events = {
  code: 'CF-READ-040',
  message: 'This is a log of administrative events, not of searches.',
  hint: 'Its rows hold names and plates in free text, so nothing of it is read. Add the organisation or network audit instead.',
};

/** What this kind looks at before a row is read. */
export const searchEntrance: Entrance = {
  refuses: [
    { requires: ['event type', 'entity type'], forbids: [], ...events },
    { requires: ['event_type', 'entity_type'], forbids: [], ...events },
    { requires: ['eventtype', 'entitytype'], forbids: [], ...events },
    { requires: ['event id', 'event type'], forbids: [], ...events },
    { requires: ['event id', 'entity details'], forbids: [], ...events },
  ],
  nameKept,
  holder: holderOf,
  guess: guessTable,
  readAgain,
  told: (config) => toldEntrance(searchEntrance, config),
  texts: { recognises: isTextLayer, header: textLayerHeader, rows: textLayerRows, count: countIds },
};
