/** The address list of 10,000 rows, from records in memory to the bytes of a file. */
import { addressListColumns } from '../../domain/formats/addressListColumns.ts';
import { addressListRows } from '../../domain/formats/addressList.ts';
import { toCsv } from '../../domain/formats/csv.ts';
import { toGeoJson } from '../../domain/formats/geojson.ts';
import { toXlsx } from '../../domain/formats/xlsx.ts';
import { inMilliseconds, medianMilliseconds, type Bench } from './figure.ts';
import { issuedGrid } from './grid.ts';

export const exportBench: Bench = async () => {
  const rowCount = 10_000;
  const world = issuedGrid(rowCount);
  const columns = addressListColumns('public');
  const rows = () => {
    const found = addressListRows(world, 'public');
    if (found.length !== rowCount) throw new Error(`${found.length} rows instead of ${rowCount}`);
    return found;
  };
  const facts = { title: 'Danh sách địa chỉ', sheetName: 'Địa chỉ', createdAt: new Date(0) };
  const xlsx = await medianMilliseconds(() => toXlsx(columns, rows(), facts), 5, 1);
  const csv = await medianMilliseconds(() => toCsv(columns, rows()), 5, 1);
  const geojson = await medianMilliseconds(() => JSON.stringify(toGeoJson(world, 'public')), 5, 1);
  return [
    inMilliseconds('export of 10,000 rows as XLSX', xlsx, null),
    inMilliseconds('export of 10,000 rows as CSV', csv, null),
    inMilliseconds('export of 10,000 rows as GeoJSON', geojson, null),
  ];
};
