import type { Messages } from '../say-with.ts';

/** What the claims desk says in the reader's browser. */
export const desk: Messages = {
  'The sentence states no number.': 'La frase no declara ningún número.',
  '"{1}" is read as {2} by some and as {3} by others. Which is meant?':
    '«{1}» se lee por algunos como {2} y por otros como {3}. ¿Cuál se quiere decir?',
  '"{1}" states no number. What part, or what percentage, is meant?':
    '«{1}» no expresa ningún número. ¿Qué parte, o qué porcentaje, se quiere decir?',
  'Is "{1}" a change from one to the other, or a range?':
    '¿Es «{1}» un cambio de uno a otro, o un intervalo?',
  'Is {1} a number of "{2}" alone? It is not held against all.':
    '¿Es {1} un número solo de «{2}»? No se compara con el total.',
  'Is {1} a number of what is "{2}" alone? It is not held against all.':
    '¿Es {1} un número solo de lo que es «{2}»? No se compara con el total.',
  '"{1}" restricts nothing, as you said: {2} is held against all.':
    '«{1}» no restringe nada, según usted: {2} se compara con el total.',
  'No figure counts what is "{1}". How many are there in all, or within?':
    'Ninguna cifra cuenta lo que está «{1}». ¿Cuántos hay en total, o dentro?',
  'The sentence says with "{1}" what is not so. What is {2} a number of?':
    'La frase dice con «{1}» lo que no es. ¿De qué es {2} un número?',
  '"{1}" makes a rate or an average of {2}; what is it in all?':
    '«{1}» hace de {2} una tasa o un promedio; ¿cuánto es en total?',
  '"{1}" says that {2} is a number of some others. What is it in all?':
    '«{1}» dice que {2} es un número de algunos otros. ¿Cuánto es en total?',
  'No release of the month before {1} is at hand. Which release is {2} held against?':
    'No hay ninguna publicación del mes anterior al {1}. ¿Con qué publicación se compara {2}?',
  'Of which place is {1} a number?': '¿De qué lugar es {1} un número?',
  '"{1}" is what came on top of something else. What is it in all?':
    '«{1}» es lo que se añadió a otra cosa. ¿Cuánto es en total?',
  '"{1}" is not what {2} counts. What is {3} a number of?':
    '«{1}» no es lo que cuenta {2}. ¿De qué es {3} un número?',
  'Is {1} what came "{2}", or what there was on a day? On which?':
    '¿Es {1} lo que llegó «{2}», o lo que había un día? ¿Cuál?',
  'Not used: "{1}".': 'Sin usar: «{1}».',
  '{1} is read as a number of these alone. {2}.': '{1} se lee como un número solo de estos casos. {2}.',
  '"{1}" is not judged: only that it is {2}, not what it was before.':
    '«{1}» no se juzga: solo que es {2}, no lo que era antes.',
  'Not used: {1}, between {2} and {3}.': 'Sin usar: {1}, entre {2} y {3}.',
  '{1} cannot be told for one state. Which figure is meant?':
    '{1} no se puede dar para un solo estado. ¿A qué cifra se refiere?',
  'What grew, or fell, by {1}?': '¿Qué creció, o bajó, {1}?',
  'Which figure is {1} a number of?': '¿De qué cifra es {1} un número?',
  'The sentence names no date: the latest list is used.':
    'La frase no indica fecha: se usa la lista más reciente.',
  'Which date does {1} belong to?': '¿A qué fecha corresponde {1}?',
  'What is {1} a percentage of?': '¿De qué es {1} un porcentaje?',
  'The sentence names no later date: the latest list, of {1}, is used.':
    'La frase no indica una fecha posterior: se usa la lista más reciente, del {1}.',
  'Which two dates does the change of {1} lie between?': '¿Entre qué dos fechas se da el cambio de {1}?',
  'Which year is meant by "{1}"?': '¿A qué año se refiere «{1}»?',
  'Which day is meant by "{1}"?': '¿A qué día se refiere «{1}»?',
  'Sentence {1}': 'Frase {1}',
  'Date, or the later date of a change': 'Fecha, o fecha posterior de un cambio',
  Date: 'Fecha',
  'as the sentence says': 'según la frase',
  'another day': 'otro día',
  'Another day': 'Otro día',
  'Earlier date of a change': 'Fecha anterior de un cambio',
  '{1} is a number of': '{1} es un número de',
  'what the words near it say': 'lo que dicen las palabras cercanas',
  'choose a figure': 'elija una cifra',
  'Nothing is bound yet.': 'Todavía no hay nada vinculado.',
  'It will be judged as:': 'Se juzgará como:',
  'That is what it says: judge it': 'Es lo que dice: juzgar',
  '"{1}" is': '«{1}» es',
  'not answered yet': 'sin responder',
  'nothing that restricts the number': 'nada que restrinja el número',
  'all of the following together': 'todos los siguientes juntos',
  'another filter': 'otro filtro',
  Filter: 'Filtro',
  'A filter is one of these, with a value: {1}': 'Un filtro es uno de estos, con un valor: {1}',
  'The values could not be read.': 'No se pudieron leer los valores.',
  'change from {1} to {2}': 'cambio del {1} al {2}',
  'on the latest list': 'en la lista más reciente',
  'on {1}': 'el {1}',
  'No number was found. Dates, names of laws and ordinals are not numbers here.':
    'No se encontró ningún número. Las fechas, los nombres de leyes y los ordinales no son números aquí.',
  'Numbers found: {1}. Sentences with a number: {2} of {3}.':
    'Números encontrados: {1}. Frases con un número: {2} de {3}.',
  '1 other reading could not be tried here: its values are not published.':
    'No se pudo probar aquí 1 lectura más: sus valores no están publicados.',
  '{1} other readings could not be tried here: their values are not published.':
    'No se pudieron probar aquí otras {1} lecturas: sus valores no están publicados.',
  'On the records themselves:': 'Sobre los propios registros:',
  'Readings tried': 'Lecturas probadas',
  'No other reading was tried.': 'No se probó ninguna otra lectura.',
  Counting: 'Al contar',
  Fits: 'Coincide',
  yes: 'sí',
  no: 'no',
  'what is published of these records is a fixed set of released tables; they do not hold this number':
    'lo que se publica de estos registros es un conjunto fijo de tablas divulgadas; no contienen este número',
  'not checkable: {1}.': 'no verificable: {1}.',
  '{1}, stated {2}': '{1}, declarado {2}',
  '{1}: {2} in the released tables.': '{1}: {2} en las tablas divulgadas.',
  'the value is not among those published here': 'el valor no está entre los publicados aquí',
};
