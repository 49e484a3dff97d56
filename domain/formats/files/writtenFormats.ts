/** Every kind of file a list can leave as, in the order in which they are offered. */
import type { FileFormat, WritingMeans } from './fileFormat.ts';
import { fileFormats } from './formats.ts';

export type WrittenFormat = FileFormat & Required<Pick<FileFormat, 'write'>>;

const isWritten = (format: FileFormat): format is WrittenFormat => format.write !== undefined;

/** Those that can be written with these means; whoever writes one gives them again. */
export const writtenFormats = (means: WritingMeans): readonly WrittenFormat[] =>
  fileFormats
    .filter(isWritten)
    .filter(({ writingNeeds }) => writingNeeds === undefined || means[writingNeeds] !== undefined);
