/** A release as a file, written as its stored rows are read: nothing of today's records is in it. */
import { writtenFormats, type WrittenFormat } from '../../domain/formats/files/writtenFormats.ts';
import type { FileFacts, WrittenRow } from '../../domain/formats/files/fileFormat.ts';
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
import { releaseBefore, type Release } from '../db/releases.ts';
import { releaseRowsOf, releaseRowsTogether } from '../db/releaseRows.ts';
import { contentTypes } from '../exports/exportFile.ts';
import { fastGzip } from '../exports/fastGzip.ts';

type Reader = Parameters<typeof releaseRowsOf>[0];
/** What a file is made of; the sum of the release is made of one. */
export type Releasing = Omit<Release, 'sha256'>;

/** Of any length; two villages at most are in memory, and they only for what has changed. */
export function releaseFile(
  db: Reader,
  release: Releasing,
  part: ReleasePart,
  format: WrittenFormat,
): AsyncGenerator<Uint8Array, void> {
  const { profile } = release;
  const facts: FileFacts = {
    title: `Đợt ${release.number} – ${release.placeName}`,
    createdAt: new Date(release.at),
  };
  const totals = releaseTotals();
  const rows = part === 'whole' ? wholeRows(db, release, totals) : changedRows(db, release);
  const table = dataTable(profile, part);
  if (format.id !== 'xlsx') return format.write(table, rows, facts, fastGzip);
  return writeWorkbook(
    [
      { table, rows },
      { table: totalsTable, rows: part === 'whole' ? counted(totals) : [changeTotals(release.villages).map(plain)] },
      { table: meaningsTable, rows: [meaningRows(profile, part)] },
    ],
    facts,
    { gzip: fastGzip },
  );
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

export const formatById = (id: string): WrittenFormat | undefined => writtenFormats.find((format) => format.id === id);

/** Of a file of that format, whose name ends as the format's does. */
export const contentTypeOf = ({ id, extensions }: WrittenFormat): string =>
  Object.entries(contentTypes).find(([name]) => name === id || `.${name}` === extensions[0])?.[1] ??
  'application/octet-stream';
