import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import type { FaceDrawing } from '../../../../domain/signs/face/faceDrawing.ts';
import { boundsOf } from '../../../../domain/signs/face/outline.ts';
import { housePlates } from '../../../../domain/signs/housePlates.ts';
import { vietnamSigns } from '../../../../domain/signs/profile.ts';
import { drawPlate, partsOf, platesPdf } from '../../../../server/exports/signs/platesPdf.ts';
import { typeface } from '../../../../server/exports/signs/typeface.ts';
import { aHouse, anAddress, aRoad, aSign, at, aVillage, aWorld } from '../../../domain/builders.ts';
import { pagesOf } from './pagesOf.ts';

const road = aRoad(at(0, 0), at(200, 0), { name: 'Đường Đền Hàn' });
const houses = [0, 1, 2].map((i) => aHouse(at(20 * i, 8)));
const [small, large, draft] = houses as [(typeof houses)[number], (typeof houses)[number], (typeof houses)[number]];
const numbered = (house: (typeof houses)[number], number: string, state: 'issued' | 'draft') =>
  anAddress(house, road, { number, state, measureMeters: 20 * Number(number), plusCode: `7PG7XQCQ+22${number}` });
const world = aWorld(
  ...[aVillage(), road, ...houses],
  ...[numbered(small, '2', 'issued'), numbered(large, '4', 'issued'), numbered(draft, '6', 'draft')],
  aSign(large.entrance, {
    ...{ signKind: 'house-plate', houseId: large.id, faces: ['4'], post: 'wall' },
    size: { widthMillimeters: 600, heightMillimeters: 400 },
  }),
);
const plates = housePlates(world, 'all');
const pageOf = (plusCode: string) => `https://sonha.example/so-nha/${plusCode.replace('+', '')}`;
const day = new Date('2026-02-28T20:00:00Z');

describe('house plates on paper', () => {
  it('a plate as large as its paper is whole; a larger one is the fewest equal parts that overlap by 10 mm', () => {
    expect(partsOf(285, 285)).toEqual([{ from: 0, to: 285 }]);
    const parts = partsOf(600, 285);
    expect(parts).toHaveLength(3);
    expect([parts[0]!.from, Math.round(parts.at(-1)!.to)]).toEqual([0, 600]);
    parts.forEach(({ from, to }, index) => {
      expect(to - from).toBeLessThanOrEqual(285);
      if (index > 0) expect(parts[index - 1]!.to - from).toBeCloseTo(10, 9);
    });
    expect(partsOf(560, 285)).toHaveLength(2);
    expect(partsOf(561, 285)).toHaveLength(3);
  });

  it('has a page a plate, several for one wider or higher than the paper, each saying whose it is', async () => {
    const pages = await pagesOf(await platesPdf(world, plates, null, day));
    // 3 × 3 parts of 600 × 400 mm.
    expect(pages).toHaveLength(1 + 9 + 1);
    expect(pages[0]).toContain('Số 2, đường Đền Hàn');
    expect(pages[0]).toContain('200 × 150 mm');
    expect(pages[0]).not.toContain('phần');
    pages.slice(1, 10).forEach((text, index) => {
      expect(text).toContain('Số 4, đường Đền Hàn');
      expect(text).toContain('600 × 400 mm');
      expect(text).toContain(`phần ${index + 1}/9, dán chồng 10 mm`);
    });
    for (const text of pages) {
      expect(text).toContain('in đúng 100 %, không co giãn');
      expect(text).toContain('01/03/2026');
      expect(text).toContain('DỮ LIỆU MINH HOẠ');
      expect(text).not.toContain('mã QR');
    }
  });

  it('says the page its code opens, for issued numbers only', async () => {
    const pages = await pagesOf(await platesPdf(world, plates, pageOf, day));
    expect(pages[0]).toContain('mã QR mở https://sonha.example/so-nha/7PG7XQCQ222');
    expect(pages.at(-1)).toContain('Số 6, đường Đền Hàn');
    expect(pages.at(-1)).not.toContain('mã QR');
  });

  it('the code on the plate is read back as that very page', async () => {
    const { letters } = await typeface();
    const drawn = drawPlate(letters, vietnamSigns, plates[0]!, pageOf);
    if ('problem' in drawn) return expect.fail(drawn.problem.code);
    expect(decodeQR(picture(drawn), { timeLimit: 5_000 })).toBe(pageOf('7PG7XQCQ+222'));
    const without = drawPlate(letters, vietnamSigns, plates[2]!, pageOf);
    if ('problem' in without) return expect.fail(without.problem.code);
    expect(() => decodeQR(picture(without), { timeLimit: 1_000 })).toThrow();
  });

  it('nothing to make is said on a page', async () => {
    expect((await pagesOf(await platesPdf(world, [], null, day)))[0]).toContain('Không có biển số nhà nào cần làm.');
  });
});

/** A face's code in black on white, ten pixels a millimetre; it alone is drawn in ink. */
function picture({ shapes, widthMillimeters, heightMillimeters }: FaceDrawing) {
  const [width, height] = [widthMillimeters * 10, heightMillimeters * 10];
  const data = new Uint8Array(width * height * 4).fill(255);
  const pixels = (millimeters: number) => Math.round(millimeters * 10);
  for (const { outline } of shapes.filter(({ color }) => color === 'ink')) {
    for (const loop of loopsOf(outline)) {
      const { left, top, right, bottom } = boundsOf([loop])!;
      for (let y = pixels(top); y < pixels(bottom); y += 1) {
        for (let x = pixels(left); x < pixels(right); x += 1)
          data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
      }
    }
  }
  return { width, height, data };
}

function loopsOf(outline: FaceDrawing['shapes'][number]['outline']) {
  const loops: (typeof outline)[number][][] = [];
  for (const step of outline) {
    if (step[0] === 'M') loops.push([]);
    loops.at(-1)!.push(step);
  }
  return loops;
}
