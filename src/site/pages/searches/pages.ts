import type { AnyPage } from '../../page-kind.ts';
import { searchesFlowsPage } from './flows.tsx';
import { groupPage } from './group.tsx';
import { searchesMethodPage } from './method.tsx';
import { searchesPage } from './overview.tsx';
import { searchesRulesPage } from './rules.tsx';
import { searchesTablePage } from './table-page.tsx';

/** The pages of this kind of record: released tables, and nothing else that is counted. */
export const searchesPages: readonly AnyPage[] = [
  searchesPage,
  searchesMethodPage,
  searchesRulesPage,
  searchesFlowsPage,
  searchesTablePage,
  groupPage(
    'organisation',
    'organisations',
    'released counts of one organisation: by month, by stated reason and year',
  ),
  groupPage('network', 'networks', 'released counts of one network: who searches it, by year'),
  groupPage(
    'state',
    'states',
    'released counts of the organisations of one state, by stated reason and month',
  ),
  groupPage('level', 'levels', 'released counts of one level of government, by stated reason and month'),
];
