/** What is wrong with a file, or to be known of it, in words with its place. */
import type { FileFault, FileNote, FilePlace } from '../../domain/formats/files/fileFault.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';

export const faultText = (fault: FileFault): string => withPlace(t(`fileFault.${fault.code}`), fault);

export const noteText = (note: FileNote): string => withPlace(t(`fileNote.${note.code}`, note.params), note);

/** Of a packed file the place is the name of a part of it ("xl/workbook.xml", "doc.kml"), not a heading. */
const isPart = (column: string): boolean =>
  /^\S*[/.]\S*\.(xml|rels|kml|shp|shx|dbf|prj|cpg|bin)$|^[^\s/]+\.(xml|kml|shp|shx|dbf|prj|cpg)$/i.test(column);

function withPlace(text: string, { table, row, column }: FilePlace): string {
  const parts = [
    table === null || table === '' ? null : t('import.atTable', { table }),
    row === null ? null : t('import.atRow', { row: formatNumber(row) }),
    column === null ? null : isPart(column) ? t('import.atPart', { part: column }) : t('import.atColumn', { column }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? text : `${text} ${t('import.at', { place: parts.join(', ') })}`;
}

/** The name of a file as it is kept and shown to people: what no text may hold is left out of it. */
export const sourceOf = (name: string): string =>
  name
    .replaceAll(/[<>\p{C}]/gu, '')
    .replace(/^['"\s=+\-@|]+/u, '')
    .slice(0, 200) || t('candidates.aFile');
