import type { Messages } from '../say-with.ts';

/** Titles of layouts. */
export const layouts: Messages = {
  'participating agencies, table of the HTML era': 'agencias participantes, tabla de la época HTML',
  'participating agencies with type': 'agencias participantes con tipo',
  'participating agencies with type and county': 'agencias participantes con tipo y condado',
  'participating agencies with type, county and addendum': 'agencias participantes con tipo, condado y anexo',
  'pending agencies with type': 'agencias pendientes con tipo',
  'pending agencies with type and county': 'agencias pendientes con tipo y condado',
  'pending agencies with type, county and agreement': 'agencias pendientes con tipo, condado y acuerdo',
  'USAspending transaction search, without the award key':
    'búsqueda de transacciones de USAspending, sin la clave de adjudicación',
  'USAspending transaction search, with the award key':
    'búsqueda de transacciones de USAspending, con la clave de adjudicación',
  'USAspending contract transactions download': 'descarga de transacciones contractuales de USAspending',
  'USAspending contract transactions, monthly delta':
    'transacciones contractuales de USAspending, diferencias mensuales',
  'USAspending custom download of 2018, awards and vehicles, day-first dates':
    'descarga a medida de USAspending de 2018, adjudicaciones y vehículos, fechas con el día primero',
  'FPDS Atom feed, one page': 'canal Atom de FPDS, una página',
  'USAspending API v2, transactions of an award': 'API v2 de USAspending, transacciones de una adjudicación',
  'typed-in form: single FPDS actions': 'formulario transcrito: acciones sueltas de FPDS',
  'USAspending API v2, one award': 'API v2 de USAspending, una adjudicación',
  'USAspending API v2, orders of a vehicle': 'API v2 de USAspending, órdenes de un vehículo',
  'USAspending prime award summaries download, awards and vehicles':
    'descarga de resúmenes de adjudicaciones principales de USAspending, adjudicaciones y vehículos',
  'OCDS release or record package, contracts': 'paquete de entregas o registros OCDS, contratos',
  'typed-in form: vehicles of a family with their ceilings':
    'formulario transcrito: vehículos de una familia con sus techos',
  'SAM.gov opportunities': 'oportunidades de SAM.gov',
  'typed-in form: versions of a solicitation': 'formulario transcrito: versiones de una licitación',
  'contract terms (YAML)': 'condiciones contractuales (YAML)',
  'vehicles of a family (YAML)': 'vehículos de una familia (YAML)',
  'public search audit of a portal (cameracount, reason)':
    'auditoría pública de búsquedas de un portal (cameracount, reason)',
  'public search audit of a portal (networkcount, reason)':
    'auditoría pública de búsquedas de un portal (networkcount, reason)',
  'public search audit of a portal (networkcount, offensetype)':
    'auditoría pública de búsquedas de un portal (networkcount, offensetype)',
  'public search audit of a portal (networkcount, casenumber, offensetype)':
    'auditoría pública de búsquedas de un portal (networkcount, casenumber, offensetype)',
  'public search audit of a portal (networkcount)':
    'auditoría pública de búsquedas de un portal (networkcount)',
  'public search audit of a portal (networkcount, reason, casenumber, offensetype)':
    'auditoría pública de búsquedas de un portal (networkcount, reason, casenumber, offensetype)',
  'public search audit of a portal (networkcount, casenumber)':
    'auditoría pública de búsquedas de un portal (networkcount, casenumber)',
  'public search audit of a portal (networkcount, reason, casenumber)':
    'auditoría pública de búsquedas de un portal (networkcount, reason, casenumber)',
  'audit log, 14 columns with ID': 'registro de auditoría, 14 columnas con ID',
  'audit log, 13 columns with ID, without devices':
    'registro de auditoría, 13 columnas con ID, sin dispositivos',
  'audit log, 13 columns without ID': 'registro de auditoría, 13 columnas sin ID',
  'audit log, 11 columns without ID': 'registro de auditoría, 11 columnas sin ID',
  'audit log, 10 columns without ID and devices': 'registro de auditoría, 10 columnas sin ID ni dispositivos',
  'audit log, 9 columns, without names, plates, case numbers and filters':
    'registro de auditoría, 9 columnas, sin nombres, placas, números de caso ni filtros',
  'audit log, re-typed by a requester, window in two columns':
    'registro de auditoría, transcrito por un solicitante, intervalo en dos columnas',
  'audit log, 5 columns': 'registro de auditoría, 5 columnas',
  'audit log, date and time in two columns': 'registro de auditoría, fecha y hora en dos columnas',
  'audit log, own log without organisation': 'registro de auditoría propio, sin organización',
  'audit log, printed list': 'registro de auditoría, lista impresa',
  'audit log, other columns': 'registro de auditoría, otras columnas',
  'FBI list of law-enforcement agencies, latest record of each':
    'lista del FBI de agencias policiales, último registro de cada una',
};
