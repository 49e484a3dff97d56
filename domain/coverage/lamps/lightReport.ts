/** The light of a village: metres lit, dark stretches, how lamps are spaced, and what each broken one costs. */
import type { Id } from '../../records/fields.ts';
import type { Lamp } from '../../records/lamp.ts';
import { deviceAddress } from '../deviceAddress.ts';
import type { World } from '../../records/world.ts';
import type { CoverageGround } from '../ground.ts';
import { rest, totalMeters, type Stretch } from '../stretches.ts';
import type { CountedDevices } from '../cameras/roadsSeen.ts';
import { litBy } from './litRoad.ts';
import { usualDarkMeters } from './usualDark.ts';

export interface DarkStretch extends Stretch {
  readonly roadId: Id;
}

export interface LampSpacing {
  readonly roadId: Id;
  readonly lamps: number;
  /** Between neighbours along the road, from the least to the most; empty for a lone lamp. */
  readonly gapMeters: readonly number[];
  readonly perKilometer: number;
}

export interface LightReport {
  readonly lit: ReadonlyMap<Id, readonly Stretch[]>;
  readonly litMeters: number;
  readonly lengthMeters: number;
  /** Longest first. */
  readonly dark: readonly DarkStretch[];
  readonly spacing: readonly LampSpacing[];
  /** Metres of road that would be lit if this lamp worked, by broken lamp; the costliest first. */
  readonly brokenCost: readonly { readonly lampId: Id; readonly meters: number }[];
}

export const countsLamp = ({ state }: Lamp, { isWithPlanned }: CountedDevices): boolean =>
  state === 'existing' || (isWithPlanned && state === 'planned');

export function lightReport(
  world: World,
  ground: CoverageGround,
  counted: CountedDevices,
  darkMeters = usualDarkMeters,
): LightReport {
  const lamps = [...world.lamp.values()];
  const counting = lamps.filter((lamp) => countsLamp(lamp, counted));
  const lit = litBy(ground, counting);
  const litMeters = metersOf(lit);
  const dark = [...ground.roadMeters].flatMap(([roadId, lengthMeters]) =>
    rest(lit.get(roadId) ?? [], lengthMeters)
      .filter(({ fromMeters, toMeters }) => toMeters - fromMeters > darkMeters)
      .map((stretch): DarkStretch => ({ ...stretch, roadId })),
  );
  const lengthOf = ({ fromMeters, toMeters }: Stretch) => toMeters - fromMeters;
  return {
    lit,
    litMeters,
    lengthMeters: ground.lengthMeters,
    dark: dark.sort((one, other) => lengthOf(other) - lengthOf(one)),
    spacing: spacingOf(world, ground, counting),
    brokenCost: lamps
      .filter(({ state }) => state === 'broken')
      .map((lamp) => ({ lampId: lamp.id, meters: metersOf(litBy(ground, [...counting, lamp])) - litMeters }))
      .sort((one, other) => other.meters - one.meters),
  };
}

const metersOf = (lit: ReadonlyMap<Id, readonly Stretch[]>): number =>
  [...lit.values()].reduce((sum, stretches) => sum + totalMeters(stretches), 0);

function spacingOf(world: World, ground: CoverageGround, lamps: readonly Lamp[]): LampSpacing[] {
  const measures = new Map<Id, number[]>();
  for (const { place } of lamps) {
    const address = deviceAddress(world, place);
    if (address) measures.set(address.roadId, [...(measures.get(address.roadId) ?? []), address.measureMeters]);
  }
  return [...measures].map(([roadId, of]) => {
    const along = of.sort((one, other) => one - other);
    const gaps = along.slice(1).map((measure, index) => measure - along[index]!);
    return {
      roadId,
      lamps: along.length,
      gapMeters: gaps.sort((one, other) => one - other),
      perKilometer: (along.length * 1000) / Math.max(1, ground.roadMeters.get(roadId) ?? 1),
    };
  });
}
