/** The light of a village: metres lit, dark stretches, how lamps are spaced, and what each broken one costs. */
import type { Id } from '../../records/fields.ts';
import type { Lamp } from '../../records/lamp.ts';
import { deviceAddress } from '../deviceAddress.ts';
import type { World } from '../../records/world.ts';
import type { CoverageGround } from '../ground.ts';
import { common, rest, totalMeters, type Stretch } from '../stretches.ts';
import { countsState, type CountedDevices } from '../cameras/roadsSeen.ts';
import { litBy, litMeters } from './litRoad.ts';
import { usualDarkMeters } from './usualDark.ts';

export interface DarkStretch extends Stretch {
  readonly roadId: Id;
}

export interface LampSpacing {
  readonly roadId: Id;
  readonly lamps: number;
  /** Between neighbours along the road, from the least to the most; empty for a lone lamp. */
  readonly gapMeters: readonly number[];
  /** The middle one of them, of an even number the lesser; null for a lone lamp. */
  readonly middleGapMeters: number | null;
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

export const countingLamps = (world: World, counted: CountedDevices): Lamp[] =>
  [...world.lamp.values()].filter(({ state }) => countsState(state, counted));

export function lightReport(
  world: World,
  ground: CoverageGround,
  counted: CountedDevices,
  darkMeters = usualDarkMeters,
): LightReport {
  const counting = countingLamps(world, counted);
  const lit = litBy(ground, counting);
  const dark = [...ground.roadMeters].flatMap(([roadId, lengthMeters]) =>
    rest(lit.get(roadId) ?? [], lengthMeters)
      .filter(({ fromMeters, toMeters }) => toMeters - fromMeters > darkMeters)
      .map((stretch): DarkStretch => ({ ...stretch, roadId })),
  );
  const lengthOf = ({ fromMeters, toMeters }: Stretch) => toMeters - fromMeters;
  return {
    lit,
    litMeters: litMeters(lit),
    lengthMeters: ground.lengthMeters,
    dark: dark.sort((one, other) => lengthOf(other) - lengthOf(one)),
    spacing: spacingOf(world, ground, counting),
    brokenCost: [...world.lamp.values()]
      .filter(({ state }) => state === 'broken')
      .map((lamp) => ({ lampId: lamp.id, meters: metersBeyond(lit, litBy(ground, [lamp])) }))
      .sort((one, other) => other.meters - one.meters),
  };
}

/** Of what lies in the second and not in the first. */
const metersBeyond = (lit: LightReport['lit'], own: LightReport['lit']): number =>
  [...own].reduce(
    (sum, [roadId, stretches]) => sum + totalMeters(stretches) - totalMeters(common(stretches, lit.get(roadId) ?? [])),
    0,
  );

function spacingOf(world: World, ground: CoverageGround, lamps: readonly Lamp[]): LampSpacing[] {
  const measures = new Map<Id, number[]>();
  for (const { place } of lamps) {
    const address = deviceAddress(world, place);
    if (address) measures.set(address.roadId, [...(measures.get(address.roadId) ?? []), address.measureMeters]);
  }
  return [...measures].map(([roadId, of]) => {
    const along = of.sort((one, other) => one - other);
    const gaps = along
      .slice(1)
      .map((measure, index) => measure - along[index]!)
      .sort((one, other) => one - other);
    return {
      roadId,
      lamps: along.length,
      gapMeters: gaps,
      middleGapMeters: gaps[(gaps.length - 1) >> 1] ?? null,
      perKilometer: (along.length * 1000) / Math.max(1, ground.roadMeters.get(roadId) ?? 1),
    };
  });
}
