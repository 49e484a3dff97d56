/** Houses still without something, in the order in which one would walk past them. */
import { roadOfHouse } from '../../domain/addressing/roadOfHouse.ts';
import { roadLabel } from '../../domain/addressing/roadName.ts';
import { compareVietnamese } from '../../domain/addressing/vietnameseText.ts';
import { currentAddresses } from '../../domain/coverage/currentAddress.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { House } from '../../domain/records/house.ts';
import type { World } from '../../domain/records/world.ts';

export interface MissingHouse {
  readonly house: House;
  readonly roadId: Id | null;
}

export function housesAlongRoads(world: World, houseIds: readonly Id[]): readonly MissingHouse[] {
  const addresses = currentAddresses(world);
  const labels = new Map([...world.road.values()].map((road) => [road.id, roadLabel(world, road)]));
  return houseIds
    .flatMap((id) => {
      const house = world.house.get(id);
      if (!house) return [];
      const address = addresses.get(id);
      const place = address ?? roadOfHouse(world, house);
      return [{ house, roadId: place?.roadId ?? null, measureMeters: place?.measureMeters ?? 0 }];
    })
    .sort(
      (a, b) =>
        Number(a.roadId === null) - Number(b.roadId === null) ||
        compareVietnamese(labels.get(a.roadId ?? '') ?? '', labels.get(b.roadId ?? '') ?? '') ||
        ((a.roadId ?? '') < (b.roadId ?? '') ? -1 : (a.roadId ?? '') > (b.roadId ?? '') ? 1 : 0) ||
        a.measureMeters - b.measureMeters,
    );
}
