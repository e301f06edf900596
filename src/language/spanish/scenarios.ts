import type { Messages } from '../say-with.ts';

/** Lines of scenarios, and codes of values that could not be read. */
export const scenarios: Messages = {
  'a link to another place than the publisher’s': 'un enlace a otro lugar que no es del publicador',
  'sworn officers of the listed agencies that could be matched':
    'agentes juramentados de las agencias de la lista que se pudieron identificar',
  'agencies with an agreement': 'agencias con acuerdo',
  'up to 7,500 dollars for each officer trained, as reported':
    'hasta 7,500 dólares por cada agente formado, según lo comunicado',
  '100,000 dollars for vehicles, as reported': '100,000 dólares para vehículos, según lo comunicado',
  'U.S. Department of Homeland Security, announcement of September 2025 on reimbursement':
    'Departamento de Seguridad Nacional de EE. UU., anuncio de septiembre de 2025 sobre reembolsos',
  'outside estimate for one year, lower end': 'estimación externa para un año, extremo inferior',
  'An outside estimate quoted in the press': 'Una estimación externa citada en la prensa',
  'if every officer were trained': 'si se formara a todos los agentes',
  'if every agency took the amount for vehicles': 'si todas las agencias tomaran el monto para vehículos',
  'both together': 'ambas cosas juntas',
  'as a share of the lower outside estimate': 'como proporción de la estimación externa inferior',
  'ceilings of the vehicles of the solicitation': 'techos de los vehículos de la licitación',
  cases: 'casos',
  'people on the docket, as reported: about 1.5 million':
    'personas en el registro de casos, según lo comunicado: alrededor de 1.5 millones',
  'Press reports of November 2025 on the solicitation for skip tracing':
    'Informes de prensa de noviembre de 2025 sobre la licitación de localización',
  'cases a month': 'casos al mes',
  'cases a month, as reported': 'casos al mes, según lo comunicado',
  'months at that rate': 'meses a ese ritmo',
  months: 'meses',
  'dollars a case if every ceiling were used in full':
    'dólares por caso si todos los techos se usaran por completo',
  'record {1}, line {2}': 'registro {1}, línea {2}',
  'sheet {1}, row {2}': 'hoja {1}, fila {2}',
  ' and {1} more': ' y {1} más',
  'records {1}{2}': 'registros {1}{2}',
  'rows {1}{2}': 'filas {1}{2}',
  'minimum guarantee': 'garantía mínima',
  'price per case': 'precio por caso',
  original: 'original',
  words: 'palabras',
};
