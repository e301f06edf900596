import type { Messages } from '../say-with.ts';

/** The map of all counties, the course of each state, when the next edition is expected. */
export const counties: Messages = {
  Counties: 'Condados',
  'Agreements by county, on one map.': 'Acuerdos por condado, en un solo mapa.',
  'Agreements name {1} counties; most in {2}, {3}: {4}':
    'Los acuerdos nombran {1} condados; el mayor número en {2}, {3}: {4}',
  'No row of this list names a county that can be placed.':
    'Ninguna fila de esta lista nombra un condado que se pueda situar.',
  'its code is newer than the map, which shows the counties of 2017':
    'su código es más reciente que el mapa, que muestra los condados de 2017',
  'no county of the map has this code': 'ningún condado del mapa tiene este código',
  'a territory: shown as a box of the whole': 'un territorio: se muestra como recuadro del conjunto',
  'two parts of one county of 2017 that cannot be added':
    'dos partes de un condado de 2017 que no pueden sumarse',
  'Agreements by county on the list of {1}; a county without one counts as 0; counties of 2017, territories as boxes':
    'Acuerdos por condado en la lista del {1}; un condado sin ninguno cuenta como 0; condados de 2017, territorios como recuadros',
  'Not on the map': 'No están en el mapa',
  'Every row of the list names a county that can be placed.':
    'Cada fila de la lista nombra un condado que puede ubicarse.',
  'Rows that name no county, several, or none that can be placed: {1}. The page of each state lists them.':
    'Filas que no nombran ningún condado, nombran varios o ninguno que pueda ubicarse: {1}. La página de cada estado las enumera.',
  'Codes that the map does not have': 'Códigos que el mapa no tiene',
  'Counties with the most agreements': 'Condados con más acuerdos',
  'Course of each state': 'Evolución de cada estado',
  'Most on the list of {1}: {2}, {3}': 'El mayor número en la lista del {1}: {2}, {3}',
  'Agencies with an agreement by state or territory, {1} to {2}; one scale for all, those without any left out':
    'Agencias con acuerdo por estado o territorio, del {1} al {2}; una misma escala para todos, sin los que no tienen ninguna',
  'All counties on one map': 'Todos los condados en un mapa',
  'Next expected': 'Próxima edición prevista',
  '[x] too few editions to tell, or a source without a rhythm':
    '[x] hay muy pocas ediciones para saberlo, o la fuente no tiene un ritmo',
  'about {1}, since its editions came every {2} days, the middle of the latest ten':
    'hacia el {1}, pues sus ediciones llegaron cada {2} días, la mediana de las diez últimas',
};
