import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  name: string;
  data: Buffer | string;
  /** What the directory says instead of the truth. */
  claims?: { inflated?: number; flags?: number };
  /** Deflated data made elsewhere. */
  deflated?: { data: Buffer; inflated: number };
}

/** A zip as a program would write it, with the lies that a test asks for. */
export function zip(parts: readonly Part[]): Buffer {
  const chunks: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claims, deflated } of parts) {
    const raw = Buffer.from(data);
    const body = deflated?.data ?? deflateRawSync(raw);
    const inflated = claims?.inflated ?? deflated?.inflated ?? raw.length;
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(claims?.flags ?? 0, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(raw), 14);
    local.writeUInt32LE(body.length, 18);
    local.writeUInt32LE(inflated, 22);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    local.copy(entry, 6, 4, 28);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    chunks.push(local, title, body);
    central.push(entry, title);
    offset += 30 + title.length + body.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, directory, end]);
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet from its parts in XML. */
export function workbook(
  sheetData: string,
  more: {
    after?: string;
    rels?: string;
    workbookPr?: string;
    strings?: string;
    numFmts?: string;
    lies?: number;
    core?: string;
    /** Instead of `List`. */
    sheetName?: string;
  } = {},
): Buffer {
  return zip([
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    },
    { name: 'docProps/core.xml', data: more.core ?? '<x/>' },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><workbookPr ${more.workbookPr ?? ''}/><sheets><sheet name="${more.sheetName ?? 'List'}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      data: `<sst>${more.strings ?? ''}</sst>`,
      ...(more.lies === undefined ? {} : { claims: { inflated: more.lies } }),
    },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet><numFmts>${more.numFmts ?? ''}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheetData>${sheetData}</sheetData>${more.after ?? ''}</worksheet>`,
    },
    {
      name: 'xl/worksheets/_rels/sheet1.xml.rels',
      data: `<Relationships>${more.rels ?? ''}</Relationships>`,
    },
  ]);
}
