import type { AnyPage } from '../page-kind.ts';
import type { Site } from '../site.ts';
import { agreementsPages } from './agreements/pages.ts';
import { apiPage } from './api.tsx';
import { claimPage } from './claim.tsx';
import { claimsPage } from './claims.tsx';
import { contractsPages } from './contracts/pages.ts';
import { deskPage } from './desk.tsx';
import { editionPage } from './edition.tsx';
import { figurePage } from './figure.tsx';
import { figuresPage } from './figures.tsx';
import { homePage } from './home.tsx';
import { methodPage } from './method.tsx';
import { receiptPage } from './receipt.tsx';
import { receiptPartsPage } from './receipt-parts.tsx';
import { receiptsPage } from './receipts.tsx';
import { releasesPage } from './releases.tsx';
import { searchPage, searchPartPage } from './search.tsx';
import { searchesPages } from './searches/pages.ts';
import { sourcesPage } from './sources.tsx';
import { sqlPage } from './sql.tsx';
import { tablePage } from './tables/table-page.tsx';
import { tablesPage } from './tables/tables-page.tsx';

/** Every kind of page of a site: the common rooms, then those of the kinds that it has records of. */
export function kindsOfPages(site: Site): readonly AnyPage[] {
  const kinds = [
    homePage,
    figuresPage,
    figurePage,
    receiptsPage,
    receiptPage,
    receiptPartsPage,
    claimsPage,
    claimPage,
    sourcesPage,
    editionPage,
    deskPage,
    tablesPage,
    tablePage,
    releasesPage,
    searchPage,
    searchPartPage,
    apiPage,
    ...(site.sql ? [sqlPage] : []),
    ...(site.agreements ? agreementsPages : []),
    ...(site.contracts ? contractsPages : []),
    ...(site.searches ? searchesPages : []),
  ];
  return [...kinds, methodPage(kinds)];
}
