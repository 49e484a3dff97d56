/** What parts the cells of a line: the sign by which most lines have the same number of cells. */
import Papa from 'papaparse';

export const separators = ['\t', ';', '|', ','] as const;
export type Separator = (typeof separators)[number];

/** From the beginning of the text, its line ends being line feeds; a comma where nothing parts it. */
export function separatorOf(head: string): Separator {
  let best: { readonly separator: Separator; readonly share: number; readonly cells: number } | null = null;
  for (const separator of separators) {
    const { data, errors } = Papa.parse<string[]>(head, { delimiter: separator, newline: '\n', preview: 200 });
    // Quotes that begin or end within a cell: it is parted elsewhere, whatever the cells count up to.
    const doubt = errors.some(({ code }) => code === 'InvalidQuotes') ? 1 : 0;
    // The last line may be cut.
    const lines = (data.length > 1 && !head.endsWith('\n') ? data.slice(0, -1) : data).filter(
      (cells) => cells.length > 1 || cells[0]?.trim(),
    );
    const counts = new Map<number, number>();
    for (const { length } of lines) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    for (const [cells, count] of counts) {
      const share = count / lines.length - doubt;
      if (!best || share > best.share + 1e-9 || (share > best.share - 1e-9 && cells > best.cells)) {
        best = { separator, share, cells };
      }
    }
  }
  return best?.separator ?? ',';
}
