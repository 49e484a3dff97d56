/** What the bench of exchange measures: a case is one way of writing or reading so many rows of the same list. */
import type { Read, Write } from './sink.ts';

/** Each is loaded by whoever runs it alone: what others need in memory does not count. */
const ours = () => import('./ours.ts');
const exceljs = () => import('./exceljs.ts');
const fastCsv = () => import('./fastCsv.ts');

export interface ExchangeCase {
  readonly name: string;
  /** Writes the list to nowhere, or reads the file that lies ready. */
  readonly run:
    { readonly write: () => Promise<Write> } | { readonly read: () => Promise<Read>; readonly from: FileMade };
  /** The case of ours it is measured beside, when it is not ours. */
  readonly beside?: string;
  /** What ours is to reach beside it (issue 7). */
  readonly aims?: { readonly timesFaster: number; readonly memory?: number };
}

/** What the files are that are read: each is written first. */
export type FileMade = (typeof shapes)[number] | 'xlsx' | 'csv';

const shapes = ['geojson', 'kml', 'kmz', 'gpx', 'shapefile', 'geopackage'] as const;

export const fileOf = (kind: FileMade): string => `dia-chi.${kind}`;

const workbooks = { timesFaster: 2, memory: 1 / 3 };
const texts = { timesFaster: 1.5 };

export const exchangeCases: readonly ExchangeCase[] = [
  { name: 'XLSX written', run: { write: async () => (await ours()).writeOurs('xlsx') } },
  {
    name: 'XLSX written by exceljs',
    run: { write: async () => (await exceljs()).writeExceljs },
    beside: 'XLSX written',
    aims: workbooks,
  },
  { name: 'CSV written', run: { write: async () => (await ours()).writeOurs('csv') } },
  {
    name: 'CSV written by fast-csv',
    run: { write: async () => (await fastCsv()).writeFastCsv },
    beside: 'CSV written',
    aims: texts,
  },
  { name: 'XLSX read', run: { read: async () => (await ours()).readOurs('xlsx'), from: 'xlsx' } },
  {
    name: 'XLSX read by exceljs',
    run: { read: async () => (await exceljs()).readExceljs, from: 'xlsx' },
    beside: 'XLSX read',
  },
  { name: 'CSV read', run: { read: async () => (await ours()).readOurs('csv'), from: 'csv' } },
  {
    name: 'CSV read by fast-csv',
    run: { read: async () => (await fastCsv()).readFastCsv, from: 'csv' },
    beside: 'CSV read',
  },
  // A place a row.
  ...shapes.flatMap((id): readonly ExchangeCase[] => [
    { name: `${id} written`, run: { write: async () => (await ours()).writeOurs(id) } },
    { name: `${id} read`, run: { read: async () => (await ours()).readOurs(id), from: id } },
  ]),
];
