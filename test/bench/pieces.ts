/** The sample village made blank, and its houses in pieces of about sixty, whole roads together. */
import { roadOfHouse } from '../../domain/addressing/roadOfHouse.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Side } from '../../domain/records/address.ts';
import type { House } from '../../domain/records/house.ts';
import type { Road } from '../../domain/records/road.ts';
import type { World } from '../../domain/records/world.ts';
import type { ApiClient } from '../apiClient.ts';
import { newId } from '../domain/builders.ts';

export interface Plot {
  readonly house: House;
  readonly road: Road;
  readonly measureMeters: number;
  readonly side: Side;
  readonly foot: Position;
}

/** Houses with outlines by road, then as one comes to them; every road is in one piece. */
export function piecesOf(world: World, houses: number): readonly (readonly Plot[])[] {
  const byRoad = new Map<string, Plot[]>();
  for (const house of world.house.values()) {
    const place = house.footprint ? roadOfHouse(world, house) : null;
    const road = place && world.road.get(place.roadId);
    if (!place || !road) continue;
    const { measureMeters, side, foot } = place;
    byRoad.set(road.id, [...(byRoad.get(road.id) ?? []), { house, road, measureMeters, side, foot }]);
  }
  const pieces: Plot[][] = [[]];
  for (const plots of [...byRoad.values()].sort((a, b) => b.length - a.length)) {
    if (pieces.at(-1)!.length >= houses) pieces.push([]);
    pieces.at(-1)!.push(...plots.sort((a, b) => a.measureMeters - b.measureMeters));
  }
  return pieces.map((plots) => plots.slice(0, houses));
}

/** Takes all houses and signs away and gives every road a name of its own. */
export async function makeBlank(api: ApiClient, villageId: string): Promise<void> {
  const world = await api.world(villageId);
  const gone = [...world.house.values(), ...world.sign.values(), ...world.camera.values()];
  const ids = gone.map(({ id }) => id);
  const basis = Object.fromEntries(gone.map(({ id, version }) => [id, version]));
  await api.perform(villageId, newId(), 'records.delete', { ids }, basis);
  let number = 0;
  for (const road of world.road.values()) {
    if (road.name !== null) continue;
    const input = { id: road.id, name: `${road.class === 'road' ? 'Đường' : 'Ngõ'} ${plainNames[number++] ?? ''}` };
    await api.perform(villageId, newId(), 'road.name', input, { [road.id]: road.version });
  }
}

const first = ['Cây', 'Bờ', 'Đồng', 'Giếng', 'Vườn', 'Cầu', 'Bến', 'Gò'];
const second = ['Gạo', 'Sen', 'Trước', 'Đình', 'Mít', 'Đá', 'Tre', 'Cau', 'Lúa', 'Mai'];
const plainNames = second.flatMap((b) => first.map((a) => `${a} ${b}`));
