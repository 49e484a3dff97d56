/** The parts of a workbook around its sheets (ECMA-376): styles, properties, and what belongs to what. */
import type { FileFacts } from '../fileFormat.ts';
import { textXml } from './textXml.ts';

/** Places in the list of formats below. */
export const textStyle = 1;
export const wrappedStyle = 2;
export const headingStyle = 3;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Format 49 is "@", text. */
const styles =
  `${xml}<styleSheet xmlns="${main}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">' +
  '<alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

export interface Part {
  readonly name: string;
  readonly xml: string;
}

/** All but the sheets, which are xl/worksheets/sheet1.xml and so on in the order of their names. */
export function workbookParts(sheetNames: readonly string[], { title, createdAt }: FileFacts): readonly Part[] {
  const time = `${createdAt.toISOString().slice(0, 19)}Z`;
  const each = (write: (name: string, number: number) => string) =>
    sheetNames.map((name, index) => write(name, index + 1)).join('');
  return [
    {
      name: 'xl/workbook.xml',
      xml:
        `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>` +
        each((name, n) => `<sheet name="${textXml(name)}" sheetId="${n}" r:id="rId${n}"/>`) +
        '</sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      xml:
        `${xml}<Relationships xmlns="${packages}/relationships">` +
        each((_, n) => relation(n, `${relations}/worksheet`, `worksheets/sheet${n}.xml`)) +
        relation(sheetNames.length + 1, `${relations}/styles`, 'styles.xml') +
        '</Relationships>',
    },
    { name: 'xl/styles.xml', xml: styles },
    {
      name: 'docProps/core.xml',
      xml:
        `${xml}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties"` +
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
        `<dc:title>${textXml(title)}</dc:title><dc:creator>Số Nhà</dc:creator>` +
        `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>` +
        `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`,
    },
    {
      name: '_rels/.rels',
      xml:
        `${xml}<Relationships xmlns="${packages}/relationships">` +
        relation(1, `${relations}/officeDocument`, 'xl/workbook.xml') +
        relation(2, `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml') +
        '</Relationships>',
    },
    {
      name: '[Content_Types].xml',
      xml:
        `${xml}<Types xmlns="${packages}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
        each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`) +
        `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
        '<Override PartName="/docProps/core.xml"' +
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    },
  ];
}

const relation = (number: number, type: string, target: string): string =>
  `<Relationship Id="rId${number}" Type="${type}" Target="${target}"/>`;
