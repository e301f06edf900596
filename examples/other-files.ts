import { storedZip } from './stored-zip.ts';

/** What the folder says about itself. It is no record file, and `add` must say so. */
export const readme = `These files are invented.

They are arranged like the lists of 287(g) agreements that a federal agency publishes, with the same columns and the
same kinds of mistakes, so that the program can be tried and tested. No agency in them exists, no place in an agency's
name exists, no agreement in them was signed by anyone, and the addresses of documents lead nowhere. The names of
states are real, and so are many of the counties in the COUNTY column, so that the map has something to show.

The names and the e-mail address hidden in the workbooks belong to nobody; they are there to prove that the program
leaves such details behind.
`;

const documentText =
  'Notes for the example folder. This is no record file. Everything beside it is invented.';

/** A small text document: a zip as workbooks are, but no workbook. */
export function notesDocument(): Buffer {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const office = 'http://schemas.openxmlformats.org';
  return storedZip([
    {
      name: '[Content_Types].xml',
      text: `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      text: `${xml}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${documentText}</w:t></w:r></w:p></w:body></w:document>`,
    },
  ]);
}
