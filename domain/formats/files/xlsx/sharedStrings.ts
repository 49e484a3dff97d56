/** Texts that cells share, kept whole while the sheets are read. */
import { FileRefused } from '../fileFormat.ts';
import { fault } from '../fileFault.ts';
import { decodeLegacy, legacyFontOf, type LegacyFont } from '../legacy/legacyText.ts';
import type { PackedEntry } from '../packed.ts';
import type { ReadLimits } from '../readLimits.ts';
import { unescaped } from './cellValue.ts';
import { parseXml } from './parsedXml.ts';

export interface SharedText {
  readonly text: string;
  /** Of its own runs, which is then told for the cell; else the cell's font counts. */
  readonly font: LegacyFont | null;
}

/** What a text takes beside its characters. */
const ownCharacters = 32;

/** Kept within twice the bytes a file may have: `limits.bytes`. */
export async function sharedStringsOf(entry: PackedEntry | null, limits: ReadLimits): Promise<readonly SharedText[]> {
  const texts: SharedText[] = [];
  if (!entry) return texts;
  let kept = 0;
  const item = new TextItem();
  await parseXml(
    entry,
    {
      open: (name, attributes) => item.open(name, attributes),
      text: (text) => item.text(text),
      close(name) {
        item.close(name);
        if (name !== 'si') return;
        const shared = item.take();
        kept += shared.text.length + ownCharacters;
        if (kept > limits.bytes * 2) {
          throw new FileRefused(fault('unpacks-too-large', { column: entry.name }, { limit: limits.bytes * 2 }));
        }
        texts.push(shared);
      },
    },
    limits,
  );
  return texts;
}

/** A text of one or more runs, without its reading aids: `<si>` of the shared texts, `<is>` of a cell. */
export class TextItem {
  #runs: { text: string; font: LegacyFont | null }[] = [];
  #font: LegacyFont | null = null;
  #text: string | null = null;
  #phonetic = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 't') this.#text = '';
    else if (name === 'r') this.#font = null;
    else if (name === 'rFont') this.#font = legacyFontOf(attributes['val'] ?? '');
    else if (name === 'rPh') this.#phonetic += 1;
  }

  text(text: string): void {
    if (this.#text !== null) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 'r') this.#font = null;
    else if (name === 't') {
      if (this.#phonetic === 0) this.#runs.push({ text: unescaped(this.#text ?? ''), font: this.#font });
      this.#text = null;
    }
  }

  take(): SharedText {
    const fonts = new Set(this.#runs.map(({ font }) => font?.encoding ?? null));
    const font = this.#runs.find((run) => run.font)?.font ?? null;
    // Runs in different encodings are read each in its own; else the whole text is, so that it is counted as one.
    const isMixed = fonts.size > 1 && font !== null;
    const text = this.#runs.map((run) => (isMixed && run.font ? decodeLegacy(run.text, run.font) : run.text)).join('');
    this.#runs = [];
    return { text, font: isMixed ? null : font };
  }
}
