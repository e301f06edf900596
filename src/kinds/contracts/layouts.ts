import type { Layout } from '../../read/layout.ts';
import { actionLayouts } from './layouts/actions.ts';
import { noticeLayouts } from './layouts/notices.ts';
import { statementLayouts } from './layouts/statements.ts';
import { typedLayouts } from './layouts/typed.ts';

/** Every way in which contract records are known to come. */
export const contractLayouts: readonly Layout[] = [
  ...actionLayouts,
  ...statementLayouts,
  ...noticeLayouts,
  ...typedLayouts,
];
