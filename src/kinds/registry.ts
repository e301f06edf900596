import { createRegistry, type Registry } from '../figures/kind.ts';
import { linkModels } from '../links/models.ts';
import { shippedModels } from '../reference/models.ts';
import { agreements } from './agreements/kind.ts';
import { contracts } from './contracts/kind.ts';
import { reference } from './reference/kind.ts';
import { searches } from './searches/kind.ts';

/** Every kind that the program knows. The one place to add one. */
export const registry: Registry = createRegistry(
  [agreements, contracts, searches, reference],
  [...shippedModels(), ...linkModels()],
);
