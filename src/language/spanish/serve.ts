import type { Messages } from '../say-with.ts';

/** The page for programs, the page with a statement of one's own, and what a live site says. */
export const serve: Messages = {
  'the end points of the interface for programs, with their parameters and an example each':
    'los puntos de acceso de la interfaz para programas, con sus parámetros y un ejemplo de cada uno',
  'the tables that a statement of one’s own may name': 'las tablas que puede nombrar una consulta propia',
  'For programs': 'Para programas',
  'the page for programs': 'la página para programas',
  'The end points under {1}, with what each takes and an example.':
    'Los puntos de acceso bajo {1}, con lo que admite cada uno y un ejemplo.',
  'Figures, receipts, claims, flags, changes, editions and tables as JSON, with the same values as these pages.':
    'Cifras, comprobantes, afirmaciones, señales, cambios, ediciones y tablas en JSON, con los mismos valores que estas páginas.',
  'This is a written site: it answers no questions. The end points below answer where the site is served live by {1}. What a written site has for programs is beside every page: {2} and {3}, listed in {4}.':
    'Este es un sitio escrito: no responde preguntas. Los puntos de acceso de abajo responden donde {1} sirve el sitio en vivo. Lo que un sitio escrito tiene para programas está junto a cada página: {2} y {3}, listados en {4}.',
  'The document is {1} (OpenAPI 3.1).': 'El documento es {1} (OpenAPI 3.1).',
  'Money is a string with its decimals, counts are numbers, an absent value is null and never zero.':
    'El dinero es un texto con sus decimales, los recuentos son números, un valor ausente es null y nunca cero.',
  'A list comes in pages: give “next” as “cursor” for the one after. A cursor holds for one build; when the records have changed since, the answer is 410, and one begins again.':
    'Una lista viene en páginas: dé “next” como “cursor” para la siguiente. Un cursor vale para un estado de los registros; si han cambiado desde entonces, la respuesta es 410 y se empieza de nuevo.',
  'Every answer has an ETag. Parameters that are not listed are refused.':
    'Cada respuesta tiene un ETag. Se rechazan los parámetros que no figuran en la lista.',
  'Of records whose rows never leave, the released tables are all there is: free counts would give away small ones.':
    'De los registros cuyas filas nunca salen, solo hay las tablas publicadas: los recuentos libres delatarían los pequeños.',
  Refusals: 'Rechazos',
  'Every refusal has one form (RFC 9457): type, title, status, detail, code, hint. The code is stable.':
    'Todo rechazo tiene una forma (RFC 9457): type, title, status, detail, code, hint. El código es estable.',
  'The records have changed since this page was loaded.':
    'Los registros han cambiado desde que se cargó esta página.',
  'Show the page as it is now': 'Mostrar la página como está ahora',
  'A question of your own': 'Una pregunta propia',
  'One SELECT over the published tables.': 'Un SELECT sobre las tablas publicadas.',
  'What a statement of your own gives is no figure of this site: it has no definition and no receipt.':
    'Lo que da una consulta propia no es una cifra de este sitio: no tiene definición ni comprobante.',
  'One SELECT over the published tables. What it gives is your own count: it has no definition and no receipt, and should not be quoted as a figure of this site.':
    'Un SELECT sobre las tablas publicadas. Lo que da es un recuento propio: no tiene definición ni comprobante, y no debe citarse como cifra de este sitio.',
  'It runs apart from everything else, with limits of time, memory and size. Of records whose rows never leave, only the released tables are there, hidden cells as they are on the pages.':
    'Se ejecuta aparte de todo lo demás, con límites de tiempo, memoria y tamaño. De los registros cuyas filas nunca salen, solo están las tablas publicadas, con las celdas ocultas como en las páginas.',
  'Rows of individuals and sole proprietors are in no table: a sum of money over a table can be smaller than the figure, which includes them.':
    'Las filas de personas físicas y empresarios individuales no están en ninguna tabla: una suma de dinero sobre una tabla puede ser menor que la cifra, que las incluye.',
  SQL: 'SQL',
  Statement: 'Consulta',
  Run: 'Ejecutar',
  Answer: 'Respuesta',
  'there are more': 'hay más',
  'The server did not answer.': 'El servidor no respondió.',
  'From a program': 'Desde un programa',
  'See {1}.': 'Véase {1}.',
  Tables: 'Tablas',
  'What one row is': 'Qué es una fila',
};
