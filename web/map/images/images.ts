/** All images of the map, painted in the browser from the theme: nothing is fetched. */
import type { Map as MapLibre, StyleImageMetadata } from 'maplibre-gl';
import type { Theme } from '../theme.ts';
import { checkMarks } from './checkMarks.ts';
import { devices } from './devices.ts';
import { houseMarks } from './houseMarks.ts';
import type { MapImage, MapImages } from './image.ts';
import { patterns } from './patterns.ts';
import { places } from './places.ts';
import { plates } from './plates.ts';
import { releaseMarkImages } from './releaseMarks.ts';
import { signMarks } from './signMarks.ts';

export const mapImages: MapImages = {
  ...patterns,
  ...plates,
  ...houseMarks,
  ...devices,
  ...places,
  ...checkMarks,
  ...signMarks,
  ...releaseMarkImages,
};

/** Device pixels painted for each screen pixel: sharp on phones too. */
const pixelRatio = 2;

function paintImage(image: MapImage, theme: Theme): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = image.width * pixelRatio;
  canvas.height = image.height * pixelRatio;
  const painter = canvas.getContext('2d', { willReadFrequently: true });
  if (!painter) throw new Error('this browser gives no 2D canvas');
  painter.scale(pixelRatio, pixelRatio);
  image.paint(painter, theme);
  return painter.getImageData(0, 0, canvas.width, canvas.height);
}

function stretching(image: MapImage): Partial<StyleImageMetadata> {
  if (!image.stretch || !image.content) return {};
  const scaled = (pair: readonly [number, number]): [number, number] => [pair[0] * pixelRatio, pair[1] * pixelRatio];
  const [left, top, right, bottom] = image.content;
  return {
    stretchX: image.stretch.x.map(scaled),
    stretchY: image.stretch.y.map(scaled),
    content: [left * pixelRatio, top * pixelRatio, right * pixelRatio, bottom * pixelRatio],
  };
}

export function addImages(map: MapLibre, theme: Theme): void {
  for (const [name, image] of Object.entries(mapImages)) {
    map.addImage(name, paintImage(image, theme), { pixelRatio, ...stretching(image) });
  }
}
