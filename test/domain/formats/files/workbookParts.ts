/** Workbooks put together by hand, for what no honest writer makes. */
import { strToU8, zipSync, type Zippable } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface HandMade {
  /** What stands in the sheet element. */
  readonly sheet?: string;
  /** What stands in the sst element. */
  readonly shared?: string;
  readonly styles?: string;
  readonly workbook?: string;
  /** Further entries, or others in place of those; null leaves one out. */
  readonly entries?: Readonly<Record<string, Uint8Array | string | null>>;
}

export const row = (number: number, ...cells: readonly string[]): string =>
  `<row r="${number}">${cells.join('')}</row>`;
export const text = (reference: string, value: string, attributes = ''): string =>
  `<c r="${reference}" t="inlineStr"${attributes}><is><t>${value}</t></is></c>`;
export const rowsOf = (...rows: readonly string[]): string => `<sheetData>${rows.join('')}</sheetData>`;

export function handMade({ sheet = rowsOf(), shared, styles, workbook, entries = {} }: HandMade): Uint8Array {
  const parts: Record<string, Uint8Array | string | null> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      workbook ??
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Hộ" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`,
    ...(shared === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${shared}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
    ...entries,
  };
  const packed: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    if (part !== null) packed[name] = typeof part === 'string' ? strToU8(part) : part;
  }
  return zipSync(packed, { level: 6 });
}
