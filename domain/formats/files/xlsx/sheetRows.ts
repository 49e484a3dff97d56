/** Elements of a sheet → its rows, and what a person must know of them: formulas, errors, what is hidden or merged. */
import { FileRefused } from '../fileFormat.ts';
import { fault } from '../fileFault.ts';
import type { LegacyFont } from '../legacy/legacyText.ts';
import type { RawRow } from '../rows/rawRow.ts';
import { numberText } from './cellValue.ts';
import type { XmlHands } from './parsedXml.ts';
import { TextItem, type SharedText } from './sharedStrings.ts';
import { plainStyle, type CellStyle } from './styles.ts';
import { isTrue } from './workbookMap.ts';

export interface Sayings {
  readonly code: 'formula' | 'cell-error' | 'hidden-rows' | 'hidden-columns' | 'merged-cells';
  readonly row: number;
  readonly column: number | null;
  /** Of merged cells, the last row. */
  readonly lastRow?: number;
}

/** Excel's own ends of a sheet. */
const mostColumns = 16_384;
const mostRows = 1_048_576;

export class SheetRows implements XmlHands {
  readonly #table: string;
  readonly #shared: readonly SharedText[];
  readonly #styles: readonly CellStyle[];
  readonly #from1904: boolean;
  #rows: RawRow[] = [];
  #said: Sayings[] = [];
  readonly hiddenColumns: (readonly [first: number, last: number])[] = [];

  #row = 0;
  #isHidden = false;
  #cells: (string | null)[] = [];
  #fonts: (LegacyFont | null)[] | null = null;
  #column = -1;
  #type = 'n';
  #style = plainStyle;
  #value: string | null = null;
  #isValue = false;
  #item: TextItem | null = null;
  #hasFormula = false;

  constructor(
    table: string,
    workbook: {
      readonly shared: readonly SharedText[];
      readonly styles: readonly CellStyle[];
      readonly from1904: boolean;
    },
  ) {
    this.#table = table;
    this.#shared = workbook.shared;
    this.#styles = workbook.styles;
    this.#from1904 = workbook.from1904;
  }

  /** The row that is being read. */
  get row(): number {
    return this.#row;
  }

  /** What was found since the last time. */
  take(): { readonly rows: readonly RawRow[]; readonly said: readonly Sayings[] } {
    const taken = { rows: this.#rows, said: this.#said };
    this.#rows = [];
    this.#said = [];
    return taken;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#item) this.#item.open(name, attributes);
    else if (name === 'v') {
      this.#isValue = true;
      this.#value = '';
    } else if (name === 'c') this.#openCell(attributes);
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'f') this.#hasFormula = true;
    else if (name === 'is') this.#item = new TextItem();
    else if (name === 'col' && isTrue(attributes['hidden'])) {
      this.hiddenColumns.push([Number(attributes['min']) - 1, Number(attributes['max']) - 1]);
    } else if (name === 'mergeCell') this.#merged(attributes['ref'] ?? '');
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
    else this.#item?.text(text);
  }

  close(name: string): void {
    if (name === 'v') this.#isValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'is') {
      const { text, font } = this.#item!.take();
      this.#item = null;
      this.#value = text;
      if (font) this.#style = { ...this.#style, font };
    } else this.#item?.close(name);
  }

  #openRow({ r, hidden }: Readonly<Record<string, string>>): void {
    const row = r === undefined ? this.#row + 1 : Number(r);
    // Rows go down; a file in which they do not was made by nobody's spreadsheet.
    if (!Number.isInteger(row) || row <= this.#row || row > mostRows) this.#broken();
    this.#row = row;
    this.#isHidden = isTrue(hidden);
    this.#cells = [];
    this.#fonts = null;
    this.#column = -1;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    if (this.#isHidden) this.#said.push({ code: 'hidden-rows', row: this.#row, column: null });
    this.#rows.push({ row: this.#row, cells: this.#cells, ...(this.#fonts ? { fonts: this.#fonts } : {}) });
  }

  #openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? this.#column + 1 : columnOf(r);
    if (column <= this.#column || column >= mostColumns) this.#broken();
    this.#column = column;
    this.#type = t ?? 'n';
    this.#style = (s === undefined ? undefined : this.#styles[Number(s)]) ?? plainStyle;
    this.#value = null;
    this.#hasFormula = false;
  }

  #closeCell(): void {
    const text = this.#value === null ? null : this.#text(this.#value);
    if (this.#hasFormula) this.#said.push({ code: 'formula', row: this.#row, column: this.#column });
    if (text === null || text === '') return;
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells.push(text);
    if (!this.#style.font) return;
    this.#fonts ??= [];
    this.#fonts[this.#column] = this.#style.font;
  }

  #text(value: string): string | null {
    switch (this.#type) {
      case 's': {
        const shared = /^\s*\d+\s*$/.test(value) ? this.#shared[Number(value)] : undefined;
        if (!shared) return this.#broken();
        if (shared.font) this.#style = { ...this.#style, font: shared.font };
        return shared.text;
      }
      case 'inlineStr':
      case 'str':
        return value;
      case 'b':
        return isTrue(value.trim()) ? 'TRUE' : 'FALSE';
      case 'e':
        this.#said.push({ code: 'cell-error', row: this.#row, column: this.#column });
        return null;
      case 'd':
        return value.slice(0, 10);
      default:
        return numberText(value, this.#style, this.#from1904) ?? (value.trim() === '' ? null : this.#broken());
    }
  }

  #merged(reference: string): void {
    const [first = '', last = first] = reference.split(':');
    const row = Number(/\d+$/.exec(first)?.[0]);
    const lastRow = Number(/\d+$/.exec(last)?.[0]);
    this.#said.push({ code: 'merged-cells', row, column: columnOf(first), lastRow });
  }

  #broken(): never {
    throw new FileRefused(fault('broken', { table: this.#table, row: this.#row }));
  }
}

/** "AB12" → 27; out of any sheet for what is no reference. */
export function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return at === 0 || at > 3 ? mostColumns : column - 1;
}
