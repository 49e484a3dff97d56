/** A face as an SVG file to scale: millimetres on paper and in the drawing, every letter an outline, no typeface needed. */
import { escapedMarkup } from '../../markup.ts';
import { faceColors, type FaceDrawing } from './faceDrawing.ts';
import { pathData } from './outline.ts';

export function faceSvg(drawing: FaceDrawing, title: string): string {
  const { widthMillimeters: width, heightMillimeters: height, shapes, letterMillimeters } = drawing;
  const paths = shapes.map(({ color, outline }) => `<path fill="${faceColors[color]}" d="${pathData(outline)}"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">`,
    `<title>${escapedMarkup(title)}</title>`,
    `<desc>${width} × ${height} mm, 1:1, chữ cao ${Math.round(letterMillimeters)} mm</desc>`,
    ...paths,
    '</svg>',
    '',
  ].join('\n');
}
