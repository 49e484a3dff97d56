/** Every address of the API that gives something to be read, and its answer as a text to be searched. */
import ExcelJS from 'exceljs';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { ids, newId, villageId } from './harness.ts';

/** The addresses asked for each route; a route that is not here makes `unwalkedRoutes` tell its name. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  '/healthz': ['/healthz'],
  '/api/session': ['/api/session'],
  '/api/villages/:villageId': [''],
  // A stream without end: what it leaves out is tested by events.test.ts.
  '/api/villages/:villageId/events': [],
  '/api/villages/:villageId/exports': ['/exports'],
  '/api/villages/:villageId/exports/renumbering/:decisionId.xlsx': [`/exports/renumbering/${newId()}.xlsx`],
  '/api/villages/:villageId/exports/addresses.:format': ['xlsx', 'csv', 'geojson', 'geopackage'].map(
    (format) => `/exports/addresses.${format}?states=all`,
  ),
  '/api/villages/:villageId/changes': ['/changes?limit=200', `/changes?record=${ids.household}`],
  '/api/villages/:villageId/changes/authors': ['/changes/authors'],
  '/api/villages/:villageId/changes/:editId': [],
  '/api/villages/:villageId/coverage/files/:contents': ['criterion-3', 'coverage'].map(
    (contents) => `/coverage/files/${contents}`,
  ),
  '/api/villages/:villageId/releases': ['/releases'],
  '/api/villages/:villageId/releases/next': ['/releases/next'],
  '/api/villages/:villageId/release-files': ['/release-files'],
  '/api/villages/:villageId/release-files/:fileId': [`/release-files/${newId()}`],
  '/api/villages/:villageId/release-files/:fileId/content': [`/release-files/${newId()}/content`],
  '/api/villages/:villageId/releases/last': ['/releases/last'],
  '/api/villages/:villageId/releases/:releaseId/rows': [`/releases/${newId()}/rows`],
  '/api/villages/:villageId/funnel': ['/funnel'],
  '/api/villages/:villageId/release-profiles': ['/release-profiles'],
  '/api/villages/:villageId/private-reads': ['/private-reads'],
  '/api/villages/:villageId/person-requests': ['/person-requests'],
  '/api/villages/:villageId/person-collections': ['/person-collections'],
  '/api/villages/:villageId/photos/:photoId': [`/photos/${newId()}`],
  '/api/villages/:villageId/households/:householdId/held': ['', '?as=page'].map(
    (as) => `/households/${ids.household}/held${as}`,
  ),
  '/api/villages/:villageId/signs/order.:format': ['/signs/order.xlsx'],
  '/api/villages/:villageId/signs/plates.:format': ['/signs/plates.xlsx?which=all&numbers=all'],
  '/api/villages/:villageId/signs/:signId/faces/:face.svg': [`/signs/${newId()}/faces/1.svg`],
  '/api/villages/:villageId/imports': ['/imports'],
  '/api/villages/:villageId/imports/:importId': [`/imports/${newId()}`],
  '/api/villages/:villageId/imports/:importId/tables/:table/pages/:page': [`/imports/${newId()}/tables/0/pages/0`],
  '/so-nha/:code': ['/so-nha/7PG7XQCQ222'],
};

export const allAddresses: readonly string[] = Object.entries(addresses).flatMap(([route, asked]) =>
  asked.map((one) => (route.startsWith('/api/villages/') ? `/api/villages/${villageId}${one}` : one)),
);

/** Routes to be read that nobody has thought of here. */
export function unwalkedRoutes(app: FastifyInstance): readonly string[] {
  const open: string[] = [];
  const parents: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const found = /^(?<indent>[│ ]*)[├└]── (?<path>\S+) \((?<methods>.*)\)$/u.exec(line)?.groups;
    if (!found) continue;
    const depth = found['indent']!.length / 4;
    const path = `${parents[depth - 1] ?? ''}${found['path']}`;
    parents[depth] = path;
    if (/\bGET\b/.test(found['methods']!) && path !== '*' && !(path in addresses)) open.push(path);
  }
  return open;
}

/** A workbook by its cells, all else as it is. */
export async function textOf({ body, rawPayload, headers }: LightMyRequestResponse): Promise<string> {
  if (!String(headers['content-type']).includes('spreadsheetml')) return body;
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(rawPayload as unknown as ArrayBuffer);
  return JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
}
