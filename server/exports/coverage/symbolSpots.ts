/** What symbols of the map of cameras and lamps cover: no name is written there. */
import { around, type Spot } from '../../../domain/formats/mapLabels.ts';
import { onPaper, type MapWindow } from '../../../domain/formats/paperMap.ts';
import type { World } from '../../../domain/records/world.ts';

/** Across. */
const lampMillimeters = 2;
const cameraMillimeters = 3.2;
/** From its middle to the tip of its beak. */
const beakMillimeters = 2.8;

/** Devices, the arrow to the north and the scale, in millimetres from the top left corner of the map. */
export function symbolSpots(world: World, window: MapWindow, hasViews: boolean): Spot[] {
  const toPaper = onPaper(window);
  const { widthMillimeters: width, heightMillimeters: height } = window;
  const lamps = [...world.lamp.values()].map(({ place }) => around(toPaper(place), lampMillimeters));
  const cameras = [...world.camera.values()].flatMap(({ place, facingDegrees }): Spot[] => {
    const at = toPaper(place);
    const body = around(at, cameraMillimeters);
    if (!hasViews) return [body];
    const turn = (facingDegrees * Math.PI) / 180;
    const tip = [at[0] + Math.sin(turn) * beakMillimeters, at[1] - Math.cos(turn) * beakMillimeters] as const;
    return [body, around(tip, 1.6)];
  });
  return [
    ...lamps,
    ...cameras,
    { left: width - 12, right: width, top: 0, bottom: 15 },
    { left: 0, right: 40, top: height - 10, bottom: height },
  ];
}
