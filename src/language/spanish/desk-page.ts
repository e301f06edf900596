import type { Messages } from '../say-with.ts';

/** The page of the claims desk. */
export const deskPage: Messages = {
  'Claims desk': 'Mesa de afirmaciones',
  'Check the numbers of a paragraph against the figures of this site.':
    'Compruebe los números de un párrafo con las cifras de este sitio.',
  'Paste a paragraph. Its numbers are found by fixed rules, you say which figure and date each one means, and the verdict is given with the other readings that were tried.':
    'Pegue un párrafo. Sus números se encuentran mediante reglas fijas, usted dice a qué cifra y fecha se refiere cada uno, y se da el veredicto con las demás lecturas que se probaron.',
  'Nothing leaves this page: the text is read in your browser, and the page needs no connection once it is open.':
    'Nada sale de esta página: el texto se lee en su navegador, y la página no necesita conexión una vez abierta.',
  'The rules read English sentences. No language model takes part; what the rules leave open is asked.':
    'Las reglas leen frases en inglés. No interviene ningún modelo de lenguaje; lo que las reglas dejan abierto se pregunta.',
  'It judges by the values that this site has published. The command line judges by the records themselves, and can try every reading.':
    'Juzga según los valores que este sitio ha publicado. La línea de comandos juzga según los propios registros y puede probar todas las lecturas.',
  'The text is read in your browser. A sentence that you have judged is sent to this server, which answers from the records and keeps nothing of it.':
    'El texto se lee en su navegador. La frase que usted hace juzgar se envía a este servidor, que responde con los registros y no guarda nada de ella.',
  'It judges by the records themselves, on any day and under every reading, as the command line does. Records of which only released tables leave are judged by these.':
    'Juzga según los propios registros, en cualquier día y con todas las lecturas, como la línea de comandos. Los registros de los que solo salen tablas divulgadas se juzgan por estas.',
  'The same on the command line': 'Lo mismo en la línea de comandos',
  'With the released files and the program, without this site:':
    'Con los archivos divulgados y el programa, sin este sitio:',
  'A file of claims that is saved here goes into the folder {1} of a project; {2} and {3} then judge it on the records. {4}.':
    'Un archivo de afirmaciones guardado aquí va a la carpeta {1} de un proyecto; {2} y {3} lo juzgan después sobre los registros. {4}.',
  'What can be judged here': 'Qué se puede juzgar aquí',
  'the figures that the claims desk can judge by, with the days and readings that it holds':
    'las cifras con las que puede juzgar la mesa de afirmaciones, con los días y lecturas que contiene',
  ': by the released tables': ': según las tablas divulgadas',
  ': as of {1}': ': al {1}',
  ': on {1} days, {2} to {3}': ': en {1} días, del {2} al {3}',
  'The desk needs JavaScript, and a browser that lets this page read its own files. The command below does the same.':
    'La mesa necesita JavaScript y un navegador que permita a esta página leer sus propios archivos. El comando de abajo hace lo mismo.',
  Paragraph: 'Párrafo',
  'Find the numbers': 'Encontrar los números',
  'Save the claims': 'Guardar las afirmaciones',
  'Published by (an organisation)': 'Publicado por (una organización)',
  'Published on': 'Publicado el',
  'Save as claims.yaml': 'Guardar como claims.yaml',
};
