/** Small villages for the tests of signs: roads from edge to edge, a sign as a proposal becomes one. */
import type { Position } from '../../../domain/geometry/shapes.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import type { Road } from '../../../domain/records/road.ts';
import type { Sign } from '../../../domain/records/sign.ts';
import type { World } from '../../../domain/records/world.ts';
import { signOf } from '../../../domain/signs/plannedPosts.ts';
import type { SignProposal } from '../../../domain/signs/siting.ts';
import { aRoad, at, aVillage, aWorld, newId } from '../builders.ts';

export const village = (...records: readonly AnyRecord[]): World => aWorld(aVillage(), ...records);

/** 6 m wide unless told otherwise. */
export const road = (name: string | null, places: readonly Position[], fields: Partial<Road> = {}): Road => {
  const line = { type: 'LineString' as const, coordinates: places };
  return aRoad(places[0]!, places.at(-1)!, { name, widthMeters: 6, line, ...fields });
};

export const accepted = (proposal: SignProposal): Sign => signOf(proposal, newId());

export const withSigns = (world: World, signs: readonly Sign[]): World => ({
  ...world,
  sign: new Map([...world.sign, ...signs.map((sign) => [sign.id, sign] as const)]),
});

export const across = road('Đường Đền Hàn', [at(-500, 0), at(0, 0), at(500, 0)]);
export const upright = road('Đường Bờ Ao', [at(0, -500), at(0, 0), at(0, 500)]);
