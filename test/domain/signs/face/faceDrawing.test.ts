import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SignKind } from '../../../../domain/records/sign.ts';
import { borderOutline, borderSizes } from '../../../../domain/signs/face/border.ts';
import { roomFor } from '../../../../domain/signs/face/bestSetting.ts';
import { drawFace, type DrawnFace, type FaceDrawing } from '../../../../domain/signs/face/faceDrawing.ts';
import { faceSvg } from '../../../../domain/signs/face/faceSvg.ts';
import type { LetterFont } from '../../../../domain/signs/face/letterFont.ts';
import { wantedLetterMillimeters } from '../../../../domain/signs/face/letterHeight.ts';
import { boundsOf } from '../../../../domain/signs/face/outline.ts';
import { vietnamSigns } from '../../../../domain/signs/profile.ts';
import { typeface } from '../../../../server/exports/signs/typeface.ts';

let font: LetterFont;
beforeAll(async () => {
  font = (await typeface()).letters;
});

const draw = (signKind: SignKind, text: string, width = 750, height = 400): DrawnFace => {
  const size = { widthMillimeters: width, heightMillimeters: height };
  return drawFace(font, {
    ...{ signKind, text, ...size },
    letterMillimeters: wantedLetterMillimeters(signKind, size, vietnamSigns),
  });
};

function whole(drawn: DrawnFace): FaceDrawing {
  if ('problem' in drawn) throw new Error(JSON.stringify(drawn.problem));
  return drawn;
}

/** The ink of the text: what is drawn after the ground and the border. */
const inkOf = (drawn: FaceDrawing) => boundsOf(drawn.shapes.slice(2).map(({ outline }) => outline))!;

const hard: readonly (readonly [SignKind, string, number, number])[] = [
  ['road-name', 'ĐƯỜNG\nĐỀN HÀN', 750, 400],
  ['road-name', 'ĐƯỜNG\nĐỖ NHUẬN', 750, 400],
  ['road-name', 'ĐƯỜNG\nỖ Ậ Ễ Ặ Ẩ', 750, 400],
  ['road-name', 'ĐƯỜNG\nẤP BẮC', 500, 300],
  ['road-name', 'ĐƯỜNG\nNGUYỄN THỊ MINH KHAI', 750, 400],
  ['road-name', 'ĐƯỜNG TRỤC CHÍNH THÔN CHÍ PHÚC', 750, 400],
  ['lane-mouth', 'NGÕ 5\nĐƯỜNG ĐỀN HÀN\nSỐ 1 → 23', 500, 300],
  ['lane-mouth', 'NGÕ ĐỀN HÀN', 500, 300],
  ['direction', '← NHÀ VĂN HOÁ', 750, 400],
  ['direction', 'ĐỀN HÀN →\nNHÀ VĂN HOÁ ↑\n← TRƯỜNG HỌC', 750, 400],
  ['village-entrance', 'THÔN CHÍ PHÚC', 1500, 600],
  ['house-plate', '5', 200, 150],
  ['house-plate', '126/48/12', 320, 150],
];

describe('a face drawn to scale', () => {
  it.each(hard)('%s “%s” keeps its marks whole inside the border', (signKind, text, width, height) => {
    const drawn = whole(draw(signKind, text, width, height));
    const { insetMillimeters, lineMillimeters } = borderSizes(width, height);
    const line = insetMillimeters + lineMillimeters;
    const ink = inkOf(drawn);
    expect(ink.left).toBeGreaterThan(line);
    expect(ink.top).toBeGreaterThan(line);
    expect(ink.right).toBeLessThan(width - line);
    expect(ink.bottom).toBeLessThan(height - line);
    const room = roomFor({ widthMillimeters: width, heightMillimeters: height });
    expect(ink.left).toBeGreaterThan(room.left - 0.01);
    expect(ink.bottom).toBeLessThan(room.bottom + 0.01);
  });

  it('the class word is smaller, above a name as high as the profile asks', () => {
    const { lines } = whole(draw('road-name', 'ĐƯỜNG\nĐỀN HÀN'));
    expect(lines.map(({ text }) => text)).toEqual(['ĐƯỜNG', 'ĐỀN HÀN']);
    expect(lines[1]!.letterMillimeters).toBeCloseTo(120, 5);
    expect(lines[0]!.letterMillimeters).toBeCloseTo(60, 5);
    expect(lines[1]!.narrowed).toBeGreaterThanOrEqual(0.8);
  });

  it('no two lines touch: the ink of a mark stays below the line above it', () => {
    const drawn = whole(draw('road-name', 'ĐƯỜNG\nĐỖ NHUẬN'));
    const boxes = drawn.shapes.slice(2).map(({ outline }) => boundsOf([outline])!);
    const upper = boxes.slice(0, 'ĐƯỜNG'.length);
    const lower = boxes.slice('ĐƯỜNG'.length);
    expect(Math.max(...upper.map(({ bottom }) => bottom))).toBeLessThan(Math.min(...lower.map(({ top }) => top)));
  });

  it('the same text typed in decomposed letters gives the same outlines', () => {
    const text = 'ĐƯỜNG\nĐỖ NHUẬN';
    expect(draw('road-name', text.normalize('NFD'))).toMatchObject({ shapes: whole(draw('road-name', text)).shapes });
  });

  it('the arrow of a direction sign is a shape on the side it points to', () => {
    const box = (text: string) => {
      const shapes = whole(draw('direction', text)).shapes.slice(2);
      return shapes.map(({ outline }) => boundsOf([outline])!.left);
    };
    const left = box('← ĐỀN HÀN');
    const right = box('ĐỀN HÀN →');
    expect(left).toHaveLength('ĐỀNHÀN'.length + 1);
    expect(left.indexOf(Math.min(...left))).toBe(0);
    expect(right.indexOf(Math.max(...right))).toBe(right.length - 1);
  });

  it('200 letters do not fit, a letter the typeface lacks is named, nothing to read is said', () => {
    expect(draw('road-name', 'ĐỀN '.repeat(50))).toMatchObject({
      problem: { code: 'does-not-fit', leastMillimeters: 48 },
    });
    expect(draw('road-name', 'ĐƯỜNG\n漢')).toEqual({ problem: { code: 'no-letter', character: '漢' } });
    expect(draw('road-name', ' \n ')).toEqual({ problem: { code: 'empty' } });
  });

  it('a QR code leaves the number its room', () => {
    const code = Array.from({ length: 33 }, (_, y) => Array.from({ length: 33 }, (_, x) => (x * y) % 3 === 0));
    const size = { widthMillimeters: 260, heightMillimeters: 150 };
    const drawn = whole(
      drawFace(font, { signKind: 'house-plate', text: '5/12', ...size, letterMillimeters: 75, code }),
    );
    const white = boundsOf([drawn.shapes.at(-2)!.outline])!;
    const number = boundsOf(drawn.shapes.slice(2, -2).map(({ outline }) => outline))!;
    expect(number.right).toBeLessThan(white.left);
    expect(white.right - white.left).toBeGreaterThan(33);
    expect(white.right).toBeLessThan(260 - borderSizes(260, 150).insetMillimeters);
  });
});

describe('the border of a road sign (TT 36/2006; RULES §2.3)', () => {
  it('is a line 5 mm wide, 30 to 35 mm from the edge, its corners curved inwards', () => {
    expect(borderSizes(750, 400)).toMatchObject({ insetMillimeters: 30, lineMillimeters: 5 });
    const outline = borderOutline(750, 400);
    expect(boundsOf([outline])).toEqual({ left: 30, top: 30, right: 720, bottom: 370 });
    // Nothing of the line is in its own corner: the curve goes around it.
    const points = outline.flatMap((step) => (step[0] === 'Z' ? [] : [step.slice(-2) as [number, number]]));
    for (const [x, y] of points) expect(Math.hypot(x - 30, y - 30)).toBeGreaterThan(19.99);
  });

  it('grows smaller with the plate, and never thinner than 2 mm', () => {
    expect(borderSizes(200, 150)).toMatchObject({ insetMillimeters: 8, lineMillimeters: 2 });
  });
});

describe('the SVG of a face', () => {
  it('is well-formed, in millimetres, and has outlines instead of text', () => {
    const svg = faceSvg(whole(draw('road-name', 'ĐƯỜNG\nĐỀN HÀN')), 'Biển <1> & "2"');
    const tags: { name: string; attributes: Readonly<Record<string, string>> }[] = [];
    let title = '';
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes }));
    parser.on('text', (text) => (title ||= text.trim()));
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(svg).close();
    expect(tags[0]).toMatchObject({
      name: 'svg',
      attributes: { width: '750mm', height: '400mm', viewBox: '0 0 750 400' },
    });
    expect(title).toBe('Biển <1> & "2"');
    expect(tags.map(({ name }) => name)).not.toContain('text');
    // Ground, border and eleven letters.
    expect(tags.filter(({ name }) => name === 'path')).toHaveLength(2 + 'ĐƯỜNGĐỀNHÀN'.length);
    for (const { name, attributes } of tags) if (name === 'path') expect(attributes['d']).toMatch(/^M[-\d. MLQCZ]+Z$/);
  });
});
