/** A file that is called something else than what it is: said, and read all the same. */
import type { FileEvent, FormatId } from '../fileFormat.ts';
import { note } from '../fileFault.ts';

export function* otherExtension(
  name: string,
  format: FormatId,
  extensions: readonly string[],
): Generator<FileEvent, void> {
  const extension = /\.[^./\\]*$/.exec(name)?.[0].toLowerCase() ?? '';
  if (extension === '' || extensions.includes(extension)) return;
  yield { note: note('other-extension', {}, { format, extension, count: 1 }) };
}
