/**
 * A backup file: gzip of lines of JSON. First a header; then for each table its rows and a sum of them; at the end
 * a line that says it is whole. The same for both engines.
 */
import { createReadStream, existsSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BackupError } from './backupError.ts';
import { summing, type Columns, type TableSum } from './backupTables.ts';
import type { AppliedMigration } from './migrations.ts';

export const backupFormat = { name: 'so-nha-backup', version: 1 } as const;

export interface BackupHeader {
  readonly format: string;
  readonly version: number;
  readonly engine: string;
  /** When it was made, ISO 8601 UTC. */
  readonly at: string;
  readonly migrations: readonly AppliedMigration[];
  readonly tables: readonly { readonly table: string; readonly columns: Columns }[];
}

export interface BackupReader {
  readonly header: (header: BackupHeader) => Promise<void>;
  readonly row: (table: string, columns: Columns, line: string) => Promise<void>;
  readonly sum: (sum: TableSum) => Promise<void>;
}

/** Reads a file through, checking every count and sum as it goes. @throws BackupError when it is not whole. */
export async function readBackup(file: string, reader: BackupReader): Promise<void> {
  if (!existsSync(file)) throw new BackupError('file-missing', `Không có tệp sao lưu ${file}.`);
  const broken = (what: string, cause?: unknown) =>
    new BackupError(
      'file-broken',
      `Tệp sao lưu ${file} hỏng hoặc thiếu (${what}): không khôi phục, chưa ghi gì.`,
      cause,
    );
  const lines = linesIn(file);
  const next = async (): Promise<string> => {
    let step: IteratorResult<string>;
    try {
      step = await lines.next();
    } catch (error) {
      throw broken((error as Error).message, error);
    }
    if (step.done) throw broken('hết giữa chừng');
    return step.value;
  };
  try {
    const header = parsed<BackupHeader>(await next());
    if (header?.format !== backupFormat.name) throw broken('không phải tệp sao lưu của Số Nhà');
    if (header.version > backupFormat.version) {
      throw new BackupError('file-newer', `Tệp sao lưu ${file} do bản phần mềm mới hơn tạo ra: hãy dùng bản đó.`);
    }
    await reader.header(header);
    for (const { table, columns } of header.tables) {
      const counted = summing(table);
      let line = await next();
      for (; line.startsWith('['); line = await next()) {
        counted.add(line);
        await reader.row(table, columns, line);
      }
      const sum = counted.sum();
      if (line !== JSON.stringify(sum)) throw broken(`bảng ${table} không khớp`);
      await reader.sum(sum);
    }
    if ((await next()) !== endLine(header)) throw broken('không có dòng kết thúc');
    const beyond = await lines.next().catch((error: unknown) => {
      throw broken('phần cuối tệp', error);
    });
    if (!beyond.done) throw broken('thừa ở cuối');
  } finally {
    await lines.return(undefined);
  }
}

export const endLine = (header: BackupHeader): string => JSON.stringify({ whole: true, tables: header.tables.length });

function parsed<T>(line: string): T | undefined {
  try {
    return JSON.parse(line) as T;
  } catch {
    return undefined;
  }
}

/** Lines end at a line feed only: a text may hold other separators. */
async function* linesIn(file: string): AsyncGenerator<string, undefined> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.on('error', (error) => unpacked.destroy(error));
  let started: Buffer[] = [];
  try {
    for await (const chunk of source.pipe(unpacked) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        yield Buffer.concat([...started, chunk.subarray(from, end)]).toString('utf8');
        started = [];
        from = end + 1;
      }
      if (from < chunk.length) started.push(chunk.subarray(from));
    }
  } finally {
    source.destroy();
    unpacked.destroy();
  }
  if (started.length > 0) throw new Error('dòng cuối dở dang');
  return undefined;
}
