/** Numbers for lanes that do not take them from the house before their mouth: serial, by measure, or none. */
import type { Id } from '../records/fields.ts';
import { profileDefaults, type FilledProfile, type SeriesRules } from '../records/numberingProfile.ts';
import { metricNumbers } from './metricNumber.ts';
import type { PlannedWay } from './numberingWays.ts';
import { numberSide, type SideItem } from './sideSequence.ts';
import { warn, type Warning } from './warning.ts';

export interface LaneNaming {
  /** Null takes a number-name away. */
  readonly nameOfLane: ReadonlyMap<Id, string | null>;
  readonly warnings: readonly Warning[];
}

/** `keptNameOf` gives the name a lane must keep, or null. */
export function nameLanes(
  lanes: readonly PlannedWay[],
  keptNameOf: (lane: PlannedWay) => string | null,
  profile: FilledProfile,
): LaneNaming {
  const free = lanes.filter((lane) => keptNameOf(lane) === null);
  if (profile.laneNames === 'own') {
    return {
      nameOfLane: new Map(free.map(({ road }) => [road.id, null])),
      warnings: free.filter(({ inScope }) => inScope).map(({ road }) => warn('lane-needs-name', [road.id])),
    };
  }
  const kept = new Set(lanes.flatMap((lane) => keptNameOf(lane) ?? []));
  if (profile.laneNames === 'serial') return serialNames([...lanes].sort(byMouth), keptNameOf, kept, profile);
  if (profile.id !== 'metric') throw new Error('lanes named after houses are numbered with their road');
  const measured = (lane: PlannedWay) => ({ id: lane.road.id, measureMeters: lane.mouth!.parentMeasureMeters });
  const standing = lanes.flatMap((lane) => {
    const number = keptNameOf(lane);
    return number === null ? [] : [{ ...measured(lane), number }];
  });
  const items = [...free].sort(byMouth).map((lane) => ({ ...measured(lane), side: lane.mouth!.side }));
  const { numberOf, warnings } = metricNumbers(items, profile.intervalMeters, standing, kept);
  return { nameOfLane: numberOf, warnings: warnings.map(asLaneWarning) };
}

/** Ngõ 1, 2, 3… in the order of their mouths, whatever side; one between two that keep theirs takes a suffix. */
function serialNames(
  lanes: readonly PlannedWay[],
  keptNameOf: (lane: PlannedWay) => string | null,
  taken: Set<string>,
  profile: FilledProfile,
): LaneNaming {
  const items = lanes.map((lane): SideItem => {
    const alongMeters = lane.mouth!.parentMeasureMeters;
    const number = keptNameOf(lane);
    return number === null
      ? { kind: 'house', alongMeters, houseId: lane.road.id }
      : { kind: 'fixed', alongMeters, number };
  });
  const choices: SeriesRules = profile.id === 'metric' ? profileDefaults['vn-2024'] : profile;
  const rules = { side: 'left', continuous: true, profile: { ...choices, reservePlotWidthMeters: null } } as const;
  const { numberOfHouse, warnings } = numberSide(items, rules, taken, new Set());
  return { nameOfLane: numberOfHouse, warnings: warnings.map(asLaneWarning) };
}

const byMouth = (a: PlannedWay, b: PlannedWay): number =>
  a.mouth!.parentMeasureMeters - b.mouth!.parentMeasureMeters || (a.road.id < b.road.id ? -1 : 1);

const asLaneWarning = (warning: Warning): Warning =>
  warning.code === 'number-before-first' || warning.code === 'number-out-of-order'
    ? { ...warning, code: 'lane-name-out-of-order' }
    : warning;
