/** Every kind of file a list can leave as, in the order in which they are offered. */
import type { FileFormat } from './fileFormat.ts';
import { fileFormats } from './formats.ts';

export type WrittenFormat = FileFormat & Required<Pick<FileFormat, 'write'>>;

const isWritten = (format: FileFormat): format is WrittenFormat => format.write !== undefined;

export const writtenFormats: readonly WrittenFormat[] = fileFormats.filter(isWritten);
