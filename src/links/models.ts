import { loadModels, type Model } from '../figures/model.ts';

/** Models that hold records of different kinds against one another. A match is a row with its reason. */
export function linkModels(): Model[] {
  return loadModels(new URL('./models/', import.meta.url));
}
