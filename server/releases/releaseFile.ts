/** A release as a file, written as its stored rows are read: nothing of today's records is in it. */
import type { WrittenFormat } from '../../domain/formats/files/writtenFormats.ts';
import type { FileFacts, WrittenRow } from '../../domain/formats/files/fileFormat.ts';
import { geoJsonEnd, geoJsonHead } from '../../domain/formats/files/shapes/geoJson.ts';
import { writeWorkbook } from '../../domain/formats/files/xlsx/writeWorkbook.ts';
import { releaseDifference } from '../../domain/formats/releases/releaseDifference.ts';
import { toldKeys } from '../../domain/formats/releases/releaseProfile.ts';
import {
  changeRows,
  changeTotals,
  dataTable,
  meaningRows,
  meaningsTable,
  plain,
  totalsTable,
  writtenRow,
  type ReleasePart,
} from '../../domain/formats/releases/releaseTables.ts';
import { releaseTotals, type ReleaseTotals } from '../../domain/formats/releases/releaseTotals.ts';
import type { Database } from '../db/open.ts';
import { featuresStatement } from '../db/releaseFeatures.ts';
import { releaseBefore, type Release } from '../db/releases.ts';
import { releaseRowsOf, releaseRowsTogether } from '../db/releaseRows.ts';
import { contentTypes } from '../exports/exportFile.ts';
import { serverFormats, serverMeans } from '../exports/writingMeans.ts';

type Reader = Parameters<typeof releaseRowsOf>[0];
/** What a file is made of; the sum of the release is made of one. */
export type Releasing = Omit<Release, 'sha256'>;

interface Surroundings {
  /** Told how many rows of the list were read so far. */
  readonly progress?: (rows: number) => void;
  /** Where the database can give text as a stream. */
  readonly copyOut?: Database['copyOut'];
}

/** Of any length; two villages at most are in memory, and they only for what has changed. */
export function releaseFile(
  db: Reader,
  release: Releasing,
  part: ReleasePart,
  format: WrittenFormat,
  { progress = () => undefined, copyOut = null }: Surroundings = {},
): AsyncGenerator<Uint8Array, void> {
  if (format.id === 'geojson' && part === 'whole' && copyOut) return copiedFeatures(copyOut, release, progress);
  const { profile } = release;
  const facts: FileFacts = {
    title: `Đợt ${release.number} – ${release.placeName}`,
    createdAt: new Date(release.at),
  };
  const totals = releaseTotals();
  const rows = counting(part === 'whole' ? wholeRows(db, release, totals) : changedRows(db, release), progress);
  const table = dataTable(profile, part);
  if (format.id !== 'xlsx') return format.write(table, rows, facts, serverMeans);
  return writeWorkbook(
    [
      { table, rows },
      { table: totalsTable, rows: part === 'whole' ? counted(totals) : [changeTotals(release.villages).map(plain)] },
      { table: meaningsTable, rows: [meaningRows(profile, part)] },
    ],
    facts,
    { gzip: serverMeans.gzip },
  );
}

async function* counting(
  pieces: AsyncGenerator<readonly WrittenRow[]>,
  progress: (rows: number) => void,
): AsyncGenerator<readonly WrittenRow[]> {
  let rows = 0;
  for await (const piece of pieces) {
    yield piece;
    progress((rows += piece.length));
  }
}

const lineBreak = 0x0a;

/** As the format writes it, the features made by the database. */
async function* copiedFeatures(
  copyOut: NonNullable<Database['copyOut']>,
  { id, villages, profile }: Releasing,
  progress: (rows: number) => void,
): AsyncGenerator<Uint8Array, void> {
  const held = villages.filter(({ rowCount }) => rowCount > 0);
  let [before, rows] = [0, 0];
  yield Buffer.from(`${geoJsonHead(dataTable(profile, 'whole').name)}\n`);
  for (const [index, village] of held.entries()) {
    const lastOrdinal = index === held.length - 1 ? village.rowCount : null;
    const asked = { villageId: village.id, releaseId: id, profile, before, lastOrdinal };
    for await (const piece of copyOut(featuresStatement(asked))) {
      yield piece;
      for (let at = piece.indexOf(lineBreak); at >= 0; at = piece.indexOf(lineBreak, at + 1)) rows += 1;
      progress(rows);
    }
    before += village.rowCount;
  }
  yield Buffer.from(geoJsonEnd.slice(1));
}

/** Read once the rows have gone by. */
function* counted(totals: ReleaseTotals): Generator<readonly WrittenRow[]> {
  yield totals.rows().map(plain);
}

async function* wholeRows(
  db: Reader,
  { id, villages, profile }: Releasing,
  totals: ReleaseTotals,
): AsyncGenerator<readonly WrittenRow[]> {
  let ordinal = 0;
  for (const village of villages) {
    for await (const piece of releaseRowsOf(db, village.id, id)) {
      piece.forEach(totals.add);
      yield piece.map((row) => writtenRow(profile, row, (ordinal += 1)));
    }
  }
}

async function* changedRows(db: Reader, { id, villages, profile }: Releasing): AsyncGenerator<readonly WrittenRow[]> {
  let written = 0;
  for (const village of villages) {
    const before = await releaseBefore(db, village.id, village.sequence);
    const earlier = before ? await releaseRowsTogether(db, village.id, before.releaseId) : [];
    const later = await releaseRowsTogether(db, village.id, id);
    const rows = changeRows(profile, releaseDifference(earlier, later, toldKeys(profile)), written + 1);
    written += rows.length;
    yield rows;
  }
}

export const rowCountOf = ({ rowCount, villages }: Releasing, part: ReleasePart): number =>
  part === 'whole'
    ? rowCount
    : villages.reduce((sum, village) => sum + village.new + village.changed + village.retired, 0);

export const formatById = (id: string): WrittenFormat | undefined => serverFormats.find((format) => format.id === id);

/** Of a file of that format, whose name ends as the format's does. */
export const contentTypeOf = ({ id, extensions }: WrittenFormat): string =>
  Object.entries(contentTypes).find(([name]) => name === id || `.${name}` === extensions[0])?.[1] ??
  'application/octet-stream';
