/** Text within XML, as spreadsheets have it: characters XML cannot carry are left out, line ends are line feeds. */
import { escapedMarkup } from '../../../markup.ts';

const special = /[&<>"\r\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/;
const unwritable = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;

/** Excel's limit of one cell, in UTF-16 units. */
export const longestText = 32_767;

/** Throws a RangeError for a text that no spreadsheet takes. */
export function textXml(text: string): string {
  if (text.length > longestText) throw new RangeError(`a cell of ${text.length} characters; Excel ends at 32,767`);
  if (!special.test(text)) return text;
  const written = escapedMarkup(text.replace(/\r\n?/g, '\n').replace(unwritable, ''));
  // What looks like an escape of a character (ECMA-376, part 1, 22.9.2.19) would be read as one.
  return written.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
