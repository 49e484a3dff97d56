/** Be Vietnam Pro, whole: its files for paper, and its outlines for faces. Read when first needed. */
import { create, type Font } from 'fontkit';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { LetterFont } from '../../../domain/signs/face/letterFont.ts';
import type { Step } from '../../../domain/signs/face/outline.ts';

const weights = { regular: '400Regular', semiBold: '600SemiBold' } as const;
export type Weight = keyof typeof weights;

/** The packages stay where they are when the server is built, so the file is found as a module is. */
const { resolve } = createRequire(import.meta.url);

const fontFile = (weight: Weight): Promise<Buffer> =>
  readFile(resolve(`@expo-google-fonts/be-vietnam-pro/${weights[weight]}/BeVietnamPro_${weights[weight]}.ttf`));

export interface Typeface {
  readonly files: Readonly<Record<Weight, Buffer>>;
  /** Of the semi-bold: what plates are written with. */
  readonly letters: LetterFont;
}

let read: Promise<Typeface> | undefined;

export function typeface(): Promise<Typeface> {
  read ??= readTypeface();
  return read;
}

async function readTypeface(): Promise<Typeface> {
  const [regular, semiBold] = await Promise.all([fontFile('regular'), fontFile('semiBold')]);
  const font = create(semiBold);
  if (font.type !== 'TTF') throw new Error('one typeface is expected in a file');
  return { files: { regular, semiBold }, letters: letterFont(font) };
}

const commands = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;

function letterFont(font: Font): LetterFont {
  return {
    capHeight: font.capHeight,
    line: (text) => {
      const { glyphs, positions } = font.layout(text.normalize('NFC'));
      let advance = 0;
      const letters = glyphs.map((glyph, index) => {
        const { xAdvance, xOffset } = positions[index]!;
        const x = advance + xOffset;
        advance += xAdvance;
        const outline = glyph.path.commands.map(({ command, args }) => [commands[command], ...args] as unknown as Step);
        return { x, outline };
      });
      return { letters, advance };
    },
    missing: (text) => {
      const characters = [...text.normalize('NFC')];
      return characters.find((character) => !font.hasGlyphForCodePoint(character.codePointAt(0)!)) ?? null;
    },
  };
}
