/** Pages in millimetres: text, outlines to scale, and the same foot on every page. Everything drawn as vectors. */
import { setImmediate } from 'node:timers/promises';
import { pathData, type Outline } from '../../../domain/signs/face/outline.ts';
import { faceColors, type FaceDrawing } from '../../../domain/signs/face/faceDrawing.ts';
import type { Typeface, Weight } from './typeface.ts';

/** Lying. */
export const sheets = {
  A4: { width: 297, height: 210, margin: 12 },
  A3: { width: 420, height: 297, margin: 12 },
} as const;
export const page = sheets.A4;
export const ink = { strong: '#1d1b16', soft: '#5d5a52', line: '#b9b2a2', alert: '#9a5b00', wrong: '#a3201d' } as const;

const points = 72 / 25.4;
const pagesAtATime = 16;

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
  readonly width?: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface PaperFacts {
  readonly title: string;
  readonly at: Date;
  /** Said at the left of every foot. */
  readonly foot: string;
  /** Said in capitals in the middle of every foot. */
  readonly notice: string | null;
  /** A4 unless said otherwise. */
  readonly size?: keyof typeof sheets;
}

export type Paper = Awaited<ReturnType<typeof openPaper>>;

/** Sizes of text in points, all else in millimetres from the top left corner of the page. */
export async function openPaper({ files }: Typeface, { title, at, foot, notice, size = 'A4' }: PaperFacts) {
  const page = sheets[size];
  const { default: PdfDocument } = await import('pdfkit');
  const doc = new PdfDocument({
    ...{ size, layout: 'landscape', margin: 0, autoFirstPage: false, bufferPages: true, lang: 'vi-VN' },
    info: { Title: title, Author: 'Số Nhà', Creator: 'Số Nhà', CreationDate: at, ModDate: at },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => doc.on('end', resolve));
  doc.registerFont('regular', files.regular);
  doc.registerFont('semiBold', files.semiBold);

  const use = ({ size, weight = 'regular', color = ink.strong }: TextStyle) =>
    doc.font(weight).fontSize(size).fillColor(color);
  const options = ({ width, align = 'left' }: TextStyle) => ({
    align,
    ...(width === undefined ? { lineBreak: false } : { width: width * points }),
  });

  /** Draws a text and gives the millimetre at which the next may begin. */
  const text = (words: string, x: number, y: number, style: TextStyle): number => {
    use(style);
    doc.text(words, x * points, y * points, options(style));
    return y + textHeight(words, style);
  };
  const textHeight = (words: string, style: TextStyle): number =>
    use(style).heightOfString(words, options(style)) / points;
  const textWidth = (words: string, style: TextStyle): number => use(style).widthOfString(words) / points;

  /** A text of one line around its middle, turned clockwise, with a light edge so that it is read on lines. */
  const label = (
    words: string,
    [x, y]: readonly [number, number],
    style: TextStyle & { turnDegrees?: number; edge?: number | undefined },
  ) => {
    const width = textWidth(words, style);
    const height = style.size / points;
    doc.save();
    doc.translate(x * points, y * points).rotate(style.turnDegrees ?? 0);
    const [left, top] = [(-width / 2) * points, -height * 0.66 * points];
    doc
      .lineWidth(style.edge ?? 1.6)
      .lineJoin('round')
      .strokeColor('#ffffff');
    doc.text(words, left, top, { lineBreak: false, fill: false, stroke: true });
    use(style).text(words, left, top, { lineBreak: false, fill: true, stroke: false });
    doc.restore();
  };

  const line = (
    from: readonly [number, number],
    to: readonly [number, number],
    color: string = ink.line,
    width = 0.2,
  ) => polyline([from, to], color, width);
  const polyline = (at: readonly (readonly [number, number])[], color: string, width: number) => {
    at.forEach(([x, y], index) =>
      index === 0 ? doc.moveTo(x * points, y * points) : doc.lineTo(x * points, y * points),
    );
    doc
      .lineWidth(width * points)
      .lineJoin('round')
      .lineCap('round')
      .strokeColor(color)
      .stroke();
  };
  const area = (at: readonly (readonly [number, number])[], color: string, opacity = 1) => {
    doc
      .fillOpacity(opacity)
      .polygon(...at.map(([x, y]) => [x * points, y * points]))
      .fill(color);
    doc.fillOpacity(1);
  };
  const dot = ([x, y]: readonly [number, number], radius: number, color: string, opacity = 1) => {
    doc.fillOpacity(opacity);
    doc.circle(x * points, y * points, radius * points).fill(color);
    doc.fillOpacity(1);
  };
  /** Dashes as long as the gaps between them. */
  const dashes = (at: readonly (readonly [number, number])[], color: string, width: number, length: number) => {
    doc.save().dash(length * points, { space: length * points });
    polyline(at, color, width);
    doc.restore();
  };
  const box = (x: number, y: number, width: number, height: number, color: string = ink.line, thickness = 0.2) => {
    doc.rect(x * points, y * points, width * points, height * points);
    doc
      .lineWidth(thickness * points)
      .strokeColor(color)
      .stroke();
  };
  const filledBox = (x: number, y: number, width: number, height: number, color: string, radius = 0) => {
    doc.roundedRect(x * points, y * points, width * points, height * points, radius * points).fill(color);
  };
  const outline = (shape: Outline, color: string) => doc.path(pathData(shape)).fill(color);

  /** A face with its top left corner there; scale 0.2 is 1 : 5. */
  const face = ({ shapes }: FaceDrawing, x: number, y: number, scale: number) => {
    doc.save();
    doc.translate(x * points, y * points).scale(points * scale);
    for (const shape of shapes) outline(shape.outline, faceColors[shape.color]);
    doc.restore();
  };

  /** Draws only within the box; x and y are then counted from its corner. */
  const within = (x: number, y: number, width: number, height: number, draw: () => void) => {
    doc.save();
    doc.rect(x * points, y * points, width * points, height * points).clip();
    doc.translate(x * points, y * points);
    draw();
    doc.restore();
  };

  const finish = async (): Promise<Buffer> => {
    const { count } = doc.bufferedPageRange();
    const y = page.height - 8;
    for (let index = 0; index < count; index += 1) {
      doc.switchToPage(index);
      text(foot, page.margin, y, { size: 8, color: ink.soft });
      if (notice) {
        const middle = { size: 9, weight: 'semiBold', color: ink.alert, width: 100, align: 'center' } as const;
        text(notice.toLocaleUpperCase('vi'), page.width / 2 - 50, y - 0.3, middle);
      }
      const right = { size: 8, color: ink.soft, width: 40, align: 'right' } as const;
      text(`Trang ${index + 1}/${count}`, page.width - page.margin - 40, y, right);
      // Others are served between some pages.
      if (index % pagesAtATime === 0) await setImmediate();
    }
    doc.end();
    await ended;
    return Buffer.concat(chunks);
  };

  return {
    ...{ text, textHeight, textWidth, label, line, polyline, dashes, area, dot, box, filledBox, face, within, finish },
    addPage: () => void doc.addPage(),
  };
}
