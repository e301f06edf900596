import type { Messages } from '../say.ts';
import { agreements } from './agreements.ts';
import { common } from './common.ts';
import { contracts } from './contracts.ts';
import { figures } from './figures.ts';
import { flags } from './flags.ts';
import { layouts } from './layouts.ts';
import { searches } from './searches.ts';

/** Every Spanish message. */
export const spanish: Messages = {
  ...common,
  ...agreements,
  ...contracts,
  ...layouts,
  ...figures,
  ...flags,
  ...searches,
};
