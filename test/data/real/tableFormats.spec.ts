import { describe, expect, it } from 'vitest';
import { toTCVN3, toVNI } from 'vietnamese-conversion';
import { Evidence } from '../../../domain/formats/files/legacy/legacyText.ts';
import { fromTcvn3 } from '../../../domain/formats/files/legacy/tcvn3.ts';
import { fromVni } from '../../../domain/formats/files/legacy/vni.ts';
import { joined } from '../../../domain/formats/files/pieces.ts';
import { tableFormats } from '../../../domain/formats/files/tableFormats.ts';
import { textColumn } from '../../../domain/formats/table.ts';
import { cellsOf, readWhole } from '../../domain/formats/files/reading.ts';
import { tableRows } from './table.ts';

const lists = ['vn-text/road-names.tsv', 'vn-text/house-numbers.tsv'].map((path) => ({ path, rows: tableRows(path) }));

for (const { path, rows: found } of lists)
  describe.skipIf(found === null)(`real texts of ${path}`, () => {
    const rows = found ?? [];
    const texts = [...new Set(rows.flat())];

    it.each(tableFormats)('go through $id and come back unchanged', async (format) => {
      const table = {
        name: 'Thật',
        columns: (rows[0] ?? []).map((_, index) => textColumn('x', `Cột ${index + 1}`, 20)),
      };
      const written = [rows.map((cells) => ({ cells, geometry: null }))];
      const bytes = await joined(format.write!(table, written, { title: 'x', createdAt: new Date(0) }));
      const file = await readWhole(format, bytes);
      expect(cellsOf(file)).toEqual(rows.map((row) => row.map((cell) => cell.normalize('NFC').trim() || null)));
      expect(file.notes).toEqual([]);
    });

    it('are never taken for an old encoding: not together, not one by one', () => {
      const all = new Evidence();
      texts.forEach((text) => all.add(text));
      expect(all.found).toBeNull();
      const astray = texts.filter((text) => {
        const one = new Evidence();
        one.add(text);
        return one.found !== null;
      });
      expect(astray).toEqual([]);
    });

    it('are recognised and come back when written in one', () => {
      // Without ỷ and ỹ, which vietnamese-conversion writes wrongly in VNI, and letters of neither.
      const others = /[ỷỹ]|(?![ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý])[\u0080-\u00FF]/iu;
      const proper = texts
        .map((text) => text.normalize('NFC'))
        .filter((text) => /^[\p{Script=Latin}\p{N}\s/,.-]*$/u.test(text) && !others.test(text));
      for (const [encode, decode, encoding] of [
        [toTCVN3, fromTcvn3, 'tcvn3'],
        [toVNI, fromVni, 'vni'],
      ] as const) {
        const encoded = proper.map((text) => encode(text, 'unicode'));
        const evidence = new Evidence();
        encoded.forEach((text) => evidence.add(text));
        expect(evidence.found).toBe(encoding);
        const changed = proper.filter((text, index) => decode(encoded[index]!) !== text);
        console.log(`${encoding}: ${proper.length} of ${texts.length} texts written in it`);
        expect(changed).toEqual([]);
      }
    });
  });
