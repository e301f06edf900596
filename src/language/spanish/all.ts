import type { Messages } from '../say.ts';

/** Every Spanish message. */
export const spanish: Messages = {};
