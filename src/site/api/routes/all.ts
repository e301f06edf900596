import type { Route } from '../route.ts';
import { changeRoutes } from './changes.ts';
import { checkRoutes } from './check.ts';
import { claimRoutes } from './claims.ts';
import { editionRoutes } from './editions.ts';
import { figureRoutes } from './figures.ts';
import { flagRoutes } from './flags.ts';
import { sqlRoutes } from './sql.ts';
import { tableRoutes } from './tables.ts';

/** Every end point that answers in JSON from the records, in the order of the document. */
export const routes: readonly Route[] = [
  ...figureRoutes,
  ...claimRoutes,
  ...checkRoutes,
  ...flagRoutes,
  ...changeRoutes,
  ...editionRoutes,
  ...tableRoutes,
  ...sqlRoutes,
];

/** Where the interface begins; a change that breaks programs gets another number. */
export const apiRoot = '/api/v1';
