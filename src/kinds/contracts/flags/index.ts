import type { Flag } from '../../../figures/flag.ts';
import { afterOrderingPeriod } from './after-ordering-period.ts';
import { ceilingOutsideTerms } from './ceiling-outside-terms.ts';
import { ceilingRaised } from './ceiling-raised.ts';
import { everyoneWon } from './everyone-won.ts';
import { extendedAgain } from './extended-again.ts';
import { heterogeneousVendor } from './heterogeneous-vendor.ts';
import { largeFirstAction } from './large-first-action.ts';
import { netDeobligation } from './net-deobligation.ts';
import { newScope } from './new-scope.ts';
import { notCompeted } from './not-competed.ts';
import { ordersAboveVehicle } from './orders-above-vehicle.ts';
import { parkedCeiling } from './parked-ceiling.ts';
import { reportedLate } from './reported-late.ts';
import { shortNotice } from './short-notice.ts';
import { singleOffer } from './single-offer.ts';
import { undefinitised } from './undefinitised.ts';
import { vendorConcentration } from './vendor-concentration.ts';
import { yearEndSpike } from './year-end-spike.ts';

/** Every flag of this kind, in the order of lists. */
export const contractFlags: readonly Flag[] = [
  ceilingRaised,
  ceilingOutsideTerms,
  ordersAboveVehicle,
  afterOrderingPeriod,
  notCompeted,
  singleOffer,
  everyoneWon,
  largeFirstAction,
  newScope,
  undefinitised,
  extendedAgain,
  vendorConcentration,
  yearEndSpike,
  netDeobligation,
  reportedLate,
  parkedCeiling,
  shortNotice,
  heterogeneousVendor,
];
