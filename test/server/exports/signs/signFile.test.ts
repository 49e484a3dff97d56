import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { signsInFiles } from '../../../../domain/formats/orderFormats.ts';
import { plateColumns } from '../../../../domain/formats/plateSheet.ts';
import { housePlates } from '../../../../domain/signs/housePlates.ts';
import { orderOf } from '../../../../domain/signs/orderLines.ts';
import { orderFile, platesFile } from '../../../../server/exports/signs/signFile.ts';
import { typeface } from '../../../../server/exports/signs/typeface.ts';
import { aHouse, anAddress, aRoad, aSign, at, aVillage, aWorld } from '../../../domain/builders.ts';
import { pagesOf } from './pagesOf.ts';

const road = aRoad(at(-400, 0), at(400, 0), { name: 'Đường Đền Hàn' });
const houses = Array.from({ length: 24 }, (_, i) => aHouse(at(-300 + 20 * i, 8)));
const addresses = houses.map((house, i) =>
  anAddress(house, road, { number: String(2 * i + 1), state: 'issued', measureMeters: 100 + 20 * i }),
);
const signs = Array.from({ length: 24 }, (_, i) => aSign(at(-300 + 20 * i, 3), { faces: [`ĐƯỜNG\nSỐ ${i + 1}`] }));
const plate = aSign(houses[0]!.entrance, {
  ...{ signKind: 'house-plate', houseId: houses[0]!.id, faces: ['1'], post: 'wall' },
});
const world = aWorld(aVillage(), road, ...houses, ...addresses, ...signs, plate);
const order = orderOf(world, { states: ['planned'] });
const day = new Date('2026-02-28T05:00:00Z');

/** How often others had their turn while something was made. */
async function turnsDuring(make: () => Promise<unknown>): Promise<number> {
  // What is read once for all files is not counted.
  await typeface();
  let [turns, isOver] = [0, false];
  const turn = () => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await make();
  isOver = true;
  return turns;
}

describe('files of an order of signs', () => {
  for (const format of ['xlsx', 'pdf', 'zip'] as const) {
    it(`${format}: others are served between two signs`, async () => {
      expect(await turnsDuring(() => orderFile(world, order, format, day))).toBeGreaterThanOrEqual(signs.length);
    });
  }

  it('plates: others are served between two of them, in the table as on paper', async () => {
    const plates = housePlates(world, 'issued');
    for (const format of ['xlsx', 'pdf'] as const) {
      const make = () => platesFile(world, plates, { format, pageOf: null }, day);
      expect([format, (await turnsDuring(make)) >= plates.length]).toEqual([format, true]);
    }
  });

  it('each format holds as many signs as it is said to', async () => {
    const counts = signsInFiles(world, ['planned']);
    expect(counts).toEqual({ xlsx: 25, pdf: 24, zip: 25 });
    const [xlsx, pdf, zip] = await Promise.all(
      (['xlsx', 'pdf', 'zip'] as const).map((format) => orderFile(world, order, format, day)),
    );
    expect([xlsx!.rowCount, pdf!.rowCount, zip!.rowCount]).toEqual([25, 24, 25]);
    const sheets = (await pagesOf(pdf!.content)).filter((text) => /Biển tên đường số \d+/.test(text));
    expect(sheets).toHaveLength(counts.pdf);
    expect(Object.keys(unzipSync(new Uint8Array(zip!.content)))).toHaveLength(counts.zip);
  });

  it('a plate too narrow for its number is told, in the table as on paper, and no other', async () => {
    const long = { ...addresses[0]!, number: '1888' };
    const size = { widthMillimeters: 50, heightMillimeters: 200 };
    const small = aWorld(
      ...[aVillage(), road, ...houses, ...addresses.slice(1), long],
      ...[{ ...plate, faces: ['1888'], size }],
    );
    const plates = housePlates(small, 'issued');
    const [xlsx, pdf] = await Promise.all(
      (['xlsx', 'pdf'] as const).map((format) => platesFile(small, plates, { format, pageOf: null }, day)),
    );
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(xlsx!.content as unknown as ArrayBuffer);
    const noteAt = plateColumns.findIndex(({ key }) => key === 'note') + 1;
    const notes = plates.map((_, index) => String(workbook.worksheets[0]!.getCell(index + 2, noteAt).value));
    const told = (text: string) => text.includes('Chữ không vừa mặt biển: chỉ còn cao');
    expect(notes.map(told)).toEqual(plates.map(({ number }) => number === '1888'));
    const pages = await pagesOf(pdf!.content);
    expect(pages.filter(told)).toHaveLength(1);
  });

  it('an archive is the same bytes when made again', async () => {
    const [first, again] = [await orderFile(world, order, 'zip', day), await orderFile(world, order, 'zip', day)];
    expect(first.content.equals(again.content)).toBe(true);
  });
});
