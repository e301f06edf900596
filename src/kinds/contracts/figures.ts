import type { Figure } from '../../figures/figure.ts';
import { ceiling, ceilingUsed, limitFigure, offers, vehiclesFigure } from './figures/ceilings.ts';
import { actionsFigure, awardsFigure, obligations } from './figures/obligations.ts';
import { concentration, firstTime, vendorsFigure } from './figures/vendors.ts';

/** The figures of this kind, in the order of lists. Obligations come from actions, ceilings from vehicles, and the two are never added. */
export const contractFigures: readonly Figure[] = [
  obligations,
  ceiling,
  actionsFigure,
  awardsFigure,
  vendorsFigure,
  vehiclesFigure,
  offers,
  ceilingUsed,
  concentration('contracts.concentration', 'Concentration of obligations among vendors'),
  concentration('contracts.concentration_top1', 'Share of the largest vendor', 1),
  concentration('contracts.concentration_top3', 'Share of the three largest vendors', 3),
  firstTime,
  limitFigure('minimum'),
  limitFigure('maximum'),
];
