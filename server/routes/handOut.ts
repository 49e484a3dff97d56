/** Files about houses, none of which leaves without its line in the log. */
import type { FastifyReply } from 'fastify';
import type { Id } from '../../domain/records/fields.ts';
import type { Account } from '../auth/grants.ts';
import { recordExport, type NewExport } from '../db/exports.ts';
import type { ExportFile } from '../exports/exportFile.ts';
import { newId } from '../identifier.ts';
import type { Services } from '../services.ts';

/** What the log says of a file beside what is in it. */
export type Handout = Pick<
  NewExport,
  'contents' | 'decisionNumber' | 'format' | 'variant' | 'states' | 'purpose' | 'recipient'
>;

/** Recorded first. */
export async function handOut(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  reply: FastifyReply,
  villageId: Id,
  account: Account,
  file: ExportFile,
  handout: Handout,
): Promise<FastifyReply> {
  const at = clock();
  const { fields, rowCount, sha256 } = file;
  const made = { id: newId(at), at, authorId: account.id, ...handout, fields, rowCount, sha256 };
  await recordExport(database.db, villageId, made);
  return giveFile(reply, file);
}

export const giveFile = (
  reply: FastifyReply,
  { fileName, contentType, content, rowCount }: Pick<ExportFile, 'fileName' | 'contentType' | 'content' | 'rowCount'>,
): FastifyReply =>
  reply
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('x-row-count', rowCount)
    .type(contentType)
    .send(content);
