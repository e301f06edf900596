import type { Messages } from '../say-with.ts';

/** What two downloads differ in. */
export const changes: Messages = {
  'Between the editions of {1} and {2}{3}:': 'Entre las ediciones del {1} y del {2}{3}:',
  '{1} appeared{2}.': 'Nuevas: {1}{2}.',
  '{1} of those is dated on or before {2}{3}: the earlier edition did not show it.':
    'De ellas, {1} está fechada el {2} o antes{3}: la edición anterior no la mostraba.',
  '{1} of those are dated on or before {2}{3}: the earlier edition did not show them.':
    'De ellas, {1} están fechadas el {2} o antes{3}: la edición anterior no las mostraba.',
  '{1} vanished{2}.': 'Desaparecidas: {1}{2}.',
  ' (from {1} to {2})': ' (de {1} a {2})',
  '{1} was altered{2}.': 'Modificadas: {1}{2}.',
  '{1} were altered{2}.': 'Modificadas: {1}{2}.',
  '{1} was re-labelled: the same under another spelling.': 'Renombradas: {1}, la misma con otra grafía.',
  '{1} were re-labelled: the same under another spelling.': 'Renombradas: {1}, las mismas con otra grafía.',
  '{1} is the same in both.': 'Iguales en ambas: {1}.',
  '{1} are the same in both.': 'Iguales en ambas: {1}.',
  'Together that moves the total by {1}.': 'En conjunto, eso mueve el total en {1}.',
  'A publisher may correct, re-date or withdraw an entry for many reasons; the record does not give one.':
    'Un editor puede corregir, volver a fechar o retirar una entrada por muchas razones; el registro no da ninguna.',
  'action date': 'fecha de la acción',
  amount: 'monto',
};
