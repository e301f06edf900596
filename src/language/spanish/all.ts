import type { Messages } from '../say-with.ts';
import { agreements } from './agreements.ts';
import { changes } from './changes.ts';
import { common } from './common.ts';
import { contracts } from './contracts.ts';
import { counties } from './counties.ts';
import { desk } from './desk.ts';
import { deskPage } from './desk-page.ts';
import { figures } from './figures.ts';
import { finding } from './finding.ts';
import { flags } from './flags.ts';
import { layouts } from './layouts.ts';
import { method } from './method.ts';
import { moves } from './moves.ts';
import { numbers } from './numbers.ts';
import { scenarios } from './scenarios.ts';
import { searches } from './searches.ts';
import { searchesPages } from './searches-pages.ts';
import { serve } from './serve.ts';
import { verdicts } from './verdicts.ts';

/** Every Spanish message. */
export const spanish: Messages = {
  ...deskPage,
  ...desk,
  ...common,
  ...verdicts,
  ...changes,
  ...method,
  ...agreements,
  ...counties,
  ...contracts,
  ...layouts,
  ...figures,
  ...finding,
  ...moves,
  ...flags,
  ...scenarios,
  ...searches,
  ...serve,
  ...searchesPages,
  ...numbers,
};
