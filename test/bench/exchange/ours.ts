/** Our own ways of writing and reading a list. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileFormat } from '../../../domain/formats/files/fileFormat.ts';
import { fileFormats } from '../../../domain/formats/files/formats.ts';
import { defaultReadLimits } from '../../../domain/formats/files/readLimits.ts';
import { serverMeans } from '../../../server/exports/writingMeans.ts';
import { fileSource } from '../../../server/imports/fileSource.ts';
import type { FileMade } from './cases.ts';
import { madeRows, madeTable } from './madeRows.ts';
import { Sink, type Read, type Write } from './sink.ts';

const facts = { title: 'Danh sách địa chỉ', createdAt: new Date(0) };

async function into(sink: Writable, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  const counted = async function* () {
    for await (const piece of pieces) {
      bytes += piece.length;
      yield piece;
    }
  };
  await pipeline(counted, sink);
  return bytes;
}

const formatOf = (id: FileMade): FileFormat => fileFormats.find((format) => format.id === id)!;

export const writeOurs =
  (id: FileMade): Write =>
  (rows, sink = new Sink()) =>
    into(sink, formatOf(id).write!(madeTable, madeRows(rows), facts, serverMeans));

/** A list of a million rows is larger than what people may send. */
const limits = { ...defaultReadLimits, bytes: 2 ** 31, unpackedBytes: 2 ** 33 };

export const readOurs =
  (id: FileMade): Read =>
  async (path) => {
    const file = await open(path);
    const source = await fileSource(file, basename(path));
    let rows = 0;
    for await (const event of formatOf(id).read!(source, limits)) if ('rows' in event) rows += event.rows.length;
    await file.close();
    return rows;
  };
