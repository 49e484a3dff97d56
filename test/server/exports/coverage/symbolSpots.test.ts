import { expect, it } from 'vitest';
import { around, isFree } from '../../../../domain/formats/mapLabels.ts';
import { scaledWindow } from '../../../../domain/formats/mapScale.ts';
import { mapMarks, onPaper } from '../../../../domain/formats/paperMap.ts';
import type { Position } from '../../../../domain/geometry/shapes.ts';
import { symbolSpots } from '../../../../server/exports/coverage/symbolSpots.ts';
import { aCamera, aLamp, aLandmark, aRoad, at, aWorld } from '../../../domain/builders.ts';

const street = aRoad(at(-150, 0), at(150, 0), { name: 'Đường Đền Hàn' });
const temple = aLandmark(at(0, 12), { name: 'Đền Hàn' });
const gate = aLandmark(at(140, 4), { name: 'Cổng làng' });
const beside = ([lng, lat]: Position, east: number, north: number): Position => [
  lng + east / 105_000,
  lat + north / 111_000,
];

it('no name on the map of cameras and lamps stands under a symbol, and no landmark goes without', () => {
  const cameras = [temple, gate].flatMap(({ place }) => [
    aCamera(beside(place, 0, -4), { facingDegrees: 180 }),
    aCamera(beside(place, 4, 0), { facingDegrees: 90 }),
  ]);
  const lamps = [-120, -80, -40, 0, 40, 80, 120].map((east) => aLamp(at(east, 3)));
  const world = aWorld(street, temple, gate, ...cameras, ...lamps);
  for (const hasViews of [false, true]) {
    const window = scaledWindow(world, 306, 271);
    const symbols = symbolSpots(world, window, hasViews);
    for (const camera of cameras) {
      const symbol = around(onPaper(window)(camera.place), 2.5);
      expect(isFree(symbol, symbols)).toBe(false);
    }
    const labels = mapMarks(world, window, [...symbols], { enlarged: 1.3, landmark: '#3f3a33' }).filter(
      ({ kind }) => kind === 'label',
    );
    const texts = labels.flatMap((label) => ('text' in label ? [label.text] : []));
    expect(texts.sort()).toEqual(['Cổng làng', 'Đường Đền Hàn', 'Đền Hàn'].sort());
    for (const label of labels) {
      if (label.kind !== 'label') continue;
      const box = around(label.at, label.text.length * label.sizeMillimeters * 0.5, label.sizeMillimeters);
      expect([label.text, isFree(box, symbols)]).toEqual([label.text, true]);
    }
  }
});
