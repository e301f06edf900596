import type { Messages } from '../say-with.ts';

/** Search of the site. */
export const finding: Messages = {
  Search: 'Buscar',
  'Search over figures, claims, organisations, sources and pages.':
    'Búsqueda de cifras, afirmaciones, organizaciones, fuentes y páginas.',
  'Figures, claims, organisations, files and pages. Organisations only: there is no search for a person here.':
    'Cifras, afirmaciones, organizaciones, archivos y páginas. Solo organizaciones: aquí no se puede buscar a una persona.',
  'Everything, by type': 'Todo, por tipo',
  ': {1}': ': {1}',
  'Part of the index of this site.': 'Parte del índice de este sitio.',
  'All letters': 'Todas las letras',
  'Nothing has these words. Try fewer, or the index below.':
    'Nada contiene esas palabras. Pruebe con menos, o use el índice de abajo.',
  '1 result': '1 resultado',
  '{count} results': '{count} resultados',
  '{count} results; the first {shown} are shown': '{count} resultados; se muestran los primeros {shown}',
  'The list could not be read. The index below has everything.':
    'No se pudo leer la lista. El índice de abajo lo tiene todo.',
  'Words, in any order; accents and capitals do not matter':
    'Palabras, en cualquier orden; no importan los acentos ni las mayúsculas',
  Suggestions: 'Sugerencias',
  'everything that has a page: pages, figures, claims, states, agencies, vendors, vehicles, offices, flags, files':
    'todo lo que tiene página: páginas, cifras, afirmaciones, estados, agencias, proveedores, vehículos, oficinas, alertas, archivos',
  'one letter of a long list of what has a page': 'una letra de una lista larga de lo que tiene página',
  Page: 'Página',
  Pages: 'Páginas',
  Claim: 'Afirmación',
  'Agencies with an agreement, now or before': 'Agencias con acuerdo, ahora o antes',
  'Contract vehicles': 'Vehículos contractuales',
  'Contracting agencies and offices': 'Agencias y oficinas contratantes',
  'Organisation in search logs': 'Organización en registros de búsquedas',
  'Organisations and networks in search logs': 'Organizaciones y redes en registros de búsquedas',
  Files: 'Archivos',
  Rules: 'Reglas',
};
