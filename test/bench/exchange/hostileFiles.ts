/** Files made to hurt whoever reads them: each goes a way of its own. */
import { randomBytes } from 'node:crypto';
import { handMade, row, rowsOf, text } from '../../domain/formats/files/workbookParts.ts';

export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);
const honestRow = rowsOf(row(1, text('A1', 'Họ tên')), row(2, text('A2', 'A')));

/** Below the ratio that is refused, as long as that can be: what costs most to find out. */
const justBelow = (): string => {
  const words = Array.from({ length: 4000 }, () => randomBytes(12).toString('hex'));
  return Array.from({ length: 300_000 }, (_, n) => `<si><t>${words[n % words.length]}</t></si>`).join('');
};

export function hostileFiles(): readonly HostileFile[] {
  const longLine = `ten;so\n${'a'.repeat(20 * 1024 * 1024)}`;
  const many = `Họ tên,Số điện thoại,Địa chỉ\n${'Nguyễn Văn An,0912345678,Số 3 đường Đền Hàn\n'.repeat(150_000)}`;
  const claims = new Uint8Array(4096);
  claims.set([0x7f, 0xff, 0xff, 0xff, 0x0a, 0x09]);
  return [
    { name: 'bom.xlsx', bytes: handMade({ sheet: `<sheetData>${' '.repeat(200 * 1024 * 1024)}</sheetData>` }) },
    { name: 'chuoi.xlsx', bytes: handMade({ sheet: honestRow, shared: justBelow() }) },
    { name: 'sau.kml', bytes: bytesOf(`<kml>${'<Folder>'.repeat(500_000)}`) },
    { name: 'thuc-the.kml', bytes: bytesOf('<!DOCTYPE kml [<!ENTITY a "aaaaaaaa">]><kml>&a;</kml>') },
    { name: 'ngoac.geojson', bytes: bytesOf(`{"type":"FeatureCollection","features":${'['.repeat(5_000_000)}`) },
    { name: 'mot-dong.csv', bytes: bytesOf(longLine) },
    { name: 'rac.csv', bytes: randomBytes(10 * 1024 * 1024) },
    { name: 'hai-gb.osm.pbf', bytes: claims },
    { name: 'dai.csv', bytes: bytesOf(many) },
    { name: 'hong.xlsx', bytes: handMade({ sheet: honestRow }).subarray(0, 300) },
  ];
}
