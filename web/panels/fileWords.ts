/** What is wrong with a file, or to be known of it, in words with its place. */
import type { FileFault, FileNote, FilePlace } from '../../domain/formats/files/fileFault.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';

export const faultText = (fault: FileFault): string => withPlace(t(`fileFault.${fault.code}`), fault);

export const noteText = (note: FileNote): string => withPlace(t(`fileNote.${note.code}`), note);

function withPlace(text: string, { table, row, column }: FilePlace): string {
  const parts = [
    table === null || table === '' ? null : t('import.atTable', { table }),
    row === null ? null : t('import.atRow', { row: formatNumber(row) }),
    column === null ? null : t('import.atColumn', { column }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? text : `${text} ${t('import.at', { place: parts.join(', ') })}`;
}
