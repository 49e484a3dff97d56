/** A small picture for the legend: the image itself, or a house filled with a pattern. */
import { houseLooks } from '../houseLooks.ts';
import type { HouseAddressState } from '../../../domain/coverage/houseAddressState.ts';
import type { Theme } from '../theme.ts';
import type { MapImages } from './image.ts';

/** Size of a swatch in screen pixels. */
export const swatchSize = { width: 34, height: 26 } as const;

export function paintSwatch(canvas: HTMLCanvasElement, images: MapImages, name: string, theme: Theme): void {
  const image = images[name];
  const painter = canvas.getContext('2d');
  if (!image || !painter) return;
  const ratio = Math.max(2, Math.ceil(devicePixelRatio));
  canvas.width = swatchSize.width * ratio;
  canvas.height = swatchSize.height * ratio;
  painter.scale(ratio, ratio);
  if (name.startsWith('pattern-')) {
    const state = name.slice('pattern-'.length) as HouseAddressState;
    painter.save();
    painter.beginPath();
    painter.rect(4, 4, 26, 18);
    painter.clip();
    for (let x = 4; x < 30; x += image.width) {
      for (let y = 4; y < 22; y += image.height) {
        painter.save();
        painter.translate(x, y);
        painter.beginPath();
        painter.rect(0, 0, image.width, image.height);
        painter.clip();
        image.paint(painter, theme);
        painter.restore();
      }
    }
    painter.restore();
    painter.lineWidth = 1.6;
    painter.strokeStyle = theme[houseLooks[state].edge];
    painter.strokeRect(4, 4, 26, 18);
    return;
  }
  painter.translate((swatchSize.width - image.width) / 2, (swatchSize.height - image.height) / 2);
  image.paint(painter, theme);
}
