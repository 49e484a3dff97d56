/** What a cell's style says about its value: a day, a time of day, a legacy font. */
import { legacyFontOf, type LegacyFont } from '../legacy/legacyText.ts';
import type { PackedEntry } from '../packed.ts';
import type { ReadLimits } from '../readLimits.ts';
import { parseXml } from './parsedXml.ts';

export interface CellStyle {
  readonly shows: 'number' | 'day' | 'time';
  readonly font: LegacyFont | null;
}

export const plainStyle: CellStyle = { shows: 'number', font: null };

/** By the index that cells have. */
export async function stylesOf(entry: PackedEntry | null, limits: ReadLimits): Promise<readonly CellStyle[]> {
  if (!entry) return [];
  const formats = new Map<number, string>();
  const fonts: (LegacyFont | null)[] = [];
  const styles: { readonly format: number; readonly font: number }[] = [];
  const path: string[] = [];
  await parseXml(
    entry,
    {
      open(name, attributes) {
        const parent = path.at(-1);
        path.push(name);
        if (name === 'numFmt' && parent === 'numFmts') {
          formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        } else if (name === 'font' && parent === 'fonts') fonts.push(null);
        else if (name === 'name' && parent === 'font' && fonts.length > 0) {
          fonts[fonts.length - 1] = legacyFontOf(attributes['val'] ?? '');
        } else if (name === 'xf' && parent === 'cellXfs') {
          styles.push({ format: Number(attributes['numFmtId'] ?? 0), font: Number(attributes['fontId'] ?? 0) });
        }
      },
      close: () => void path.pop(),
    },
    limits,
  );
  return styles.map(({ format, font }) => ({ shows: showsOf(format, formats.get(format)), font: fonts[font] ?? null }));
}

/** Built-in formats: ECMA-376, part 1, 18.8.30; 27 to 36 and 50 to 58 are days of East Asian Excel. */
function showsOf(id: number, code: string | undefined): CellStyle['shows'] {
  if (code === undefined) {
    if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'day';
    return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? 'time' : 'number';
  }
  // Colours, languages and texts in quotes have letters that mean nothing; [h] is a length of time.
  const letters = code
    .replace(/"[^"]*"|\\.|_./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general|am\/pm|a\/p/gi, '')
    .toLowerCase();
  if (/[yd]/.test(letters) || /mmm/.test(letters)) return 'day';
  return /[hs]/.test(letters) ? 'time' : 'number';
}
