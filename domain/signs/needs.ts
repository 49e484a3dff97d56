/**
 * What must be readable where. At a junction everyone who arrives, by whichever arm, must have read the name of every
 * other way that leaves it. The name of the way one is on was read where one came onto it: at its last junction, its end,
 * or a repeat between. Whoever comes out of a dead end came in by the same mouth.
 */
import { networkOf } from '../addressing/network.ts';
import { isNamed } from '../addressing/roadName.ts';
import { positionAt } from '../geometry/line.ts';
import { lengthOf, type LocalFrame, type Meters } from '../geometry/localFrame.ts';
import { locate } from '../geometry/locate.ts';
import { measureLine } from '../geometry/measuredLine.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { Landmark, LandmarkKind } from '../records/landmark.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { leavesVillage, outOn, type Arm, type Junction } from './junctions.ts';
import type { SignProfile } from './profile.ts';
import type { Reader } from './reading.ts';
import { readMetersOf } from './readingDistance.ts';
import { nameKey, nameSubject, type Subject } from './subject.ts';

/** Where posts for it are looked for: around a junction, or along a road from a place on it. */
export type Spot = { readonly junction: Junction } | { readonly along: Arm };

export interface Need {
  /** choice: before a junction; end: where a road comes into the village; repeat: on a long stretch; landmark: the way to it. */
  readonly kind: 'choice' | 'end' | 'repeat' | 'landmark';
  readonly subject: Subject;
  /** Of the junction, the end, or the stretch. */
  readonly at: Meters;
  readonly spot: Spot;
  /** The road somebody arrives by. */
  readonly fromRoadId: Id;
  /** The way he goes there: a unit vector. */
  readonly heading: Meters;
  /** Where he is on his way there, every 3 m; it must be read from some of these places (`leastReadings`). */
  readonly readers: readonly Reader[];
  /** No post may stand farther from `at`. */
  readonly withinMeters: number;
}

const stepMeters = 3;
/** A landmark so far from a way is on it. */
const landmarkReachMeters = 80;
/** Who must turn less than this goes straight on. */
const straightDegrees = 30;
const pointedTo: readonly LandmarkKind[] = ['temple', 'cultural-house', 'school', 'market'];

export function junctionNeeds(
  world: World,
  profile: SignProfile,
  frame: LocalFrame,
  junction: Junction,
): readonly Need[] {
  const { position, arms } = junction;
  const [at, spot] = [frame.toMeters(position), { junction }];
  const subjects = new Map<string, Subject>();
  for (const { road, away } of arms) {
    const subject = nameSubject(world, profile, road, away);
    if (subject && !subjects.has(subject.key)) subjects.set(subject.key, subject);
  }
  const needs: Need[] = [];
  for (const arm of arms) {
    if (arm.isDeadEnd) continue;
    for (const subject of subjects.values()) {
      if (isNamed(arm.road) && nameKey(world, arm.road) === subject.key) continue;
      const arrival = arriving(profile, frame, arm, subject);
      needs.push({ kind: 'choice', subject, at, spot, ...arrival, withinMeters: Infinity });
    }
  }
  return needs;
}

/** The road's name for whoever comes into the village by one of its ends. */
export function endNeeds(
  world: World,
  profile: SignProfile,
  frame: LocalFrame,
  junctions: readonly Junction[],
): readonly Need[] {
  const met = new Set(
    junctions.flatMap(({ arms }) =>
      arms
        .filter(({ road, lengthMeters }) => measureLine(road.line).lengthMeters - lengthMeters < 2)
        .map(({ road, sense }) => `${road.id}${sense}`),
    ),
  );
  const needs: Need[] = [];
  for (const road of world.road.values()) {
    if (road.class !== 'road' || road.state === 'closed' || !isNamed(road)) continue;
    const { lengthMeters, closed } = measureLine(road.line);
    for (const sense of [1, -1] as const) {
      const measureMeters = sense === 1 ? 0 : lengthMeters;
      const end = positionAt(road.line, measureMeters).position;
      if (closed || met.has(`${road.id}${sense}`) || !leavesVillage(world, end)) continue;
      const at = frame.toMeters(end);
      const inside = frame.toMeters(
        positionAt(road.line, measureMeters + sense * Math.min(profile.endMeters, lengthMeters)).position,
      );
      const heading = unit(at, inside);
      const subject = nameSubject(world, profile, road, heading);
      if (!subject) continue;
      const most = subject.readMeters;
      const readers: Reader[] = [];
      for (let before = -profile.endMeters; before <= most; before += stepMeters) {
        const eye: Meters = [at[0] - heading[0] * before, at[1] - heading[1] * before];
        readers.push({ eye: keptTo(profile, eye, heading, road.widthMeters), heading });
      }
      const withinMeters = profile.endMeters + road.widthMeters / 2;
      const left = sense === 1 ? lengthMeters - measureMeters : measureMeters;
      const along: Arm = { road, measureMeters, sense, lengthMeters: left, away: heading, isDeadEnd: false };
      needs.push({ kind: 'end', subject, at, spot: { along }, fromRoadId: road.id, heading, readers, withinMeters });
    }
  }
  return needs;
}

/** The name again, for both who go along, at a place of a long road. */
export function repeatNeeds(
  world: World,
  profile: SignProfile,
  frame: LocalFrame,
  road: Road,
  measureMeters: number,
): readonly Need[] {
  const at = frame.toMeters(positionAt(road.line, measureMeters).position);
  const { lengthMeters } = measureLine(road.line);
  return ([1, -1] as const).flatMap((sense): Need[] => {
    const left = sense === 1 ? lengthMeters - measureMeters : measureMeters;
    const ahead = frame.toMeters(positionAt(road.line, measureMeters + sense * Math.min(10, left)).position);
    const arm: Arm = { road, measureMeters, sense, lengthMeters: left, away: unit(at, ahead), isDeadEnd: false };
    const subject = nameSubject(world, profile, road, arm.away);
    if (!subject) return [];
    const withinMeters = profile.cornerMeters + road.widthMeters / 2;
    return [
      { kind: 'repeat', subject, at, spot: { along: arm }, ...arriving(profile, frame, arm, subject), withinMeters },
    ];
  });
}

/** The way to a landmark from every junction near it at which one must turn off to reach it. */
export function landmarkNeeds(
  world: World,
  profile: SignProfile,
  frame: LocalFrame,
  junctions: readonly Junction[],
): readonly Need[] {
  const byRoad = new Map<Id, { readonly junction: Junction; readonly arm: Arm }[]>();
  for (const junction of junctions) {
    for (const arm of junction.arms) {
      const known = byRoad.get(arm.road.id);
      if (known) known.push({ junction, arm });
      else byRoad.set(arm.road.id, [{ junction, arm }]);
    }
  }
  const needs: Need[] = [];
  for (const landmark of world.landmark.values()) {
    if (!pointedTo.includes(landmark.landmarkKind)) continue;
    const start = wayOf(world, landmark.place);
    if (!start) continue;
    const seen = new Set<Id>();
    const queue = [{ ...start, meters: 0 }];
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (seen.has(next.road.id)) continue;
      seen.add(next.road.id);
      for (const { junction, arm } of byRoad.get(next.road.id) ?? []) {
        const along = (next.measureMeters - arm.measureMeters) * arm.sense;
        if (along <= 0 || next.meters + along > profile.landmarkMeters) continue;
        needs.push(...turningTo(profile, frame, landmark, junction, arm));
        for (const parent of junction.arms) {
          if (parent.road.id !== next.road.parentRoadId || parent.road.class === 'road') continue;
          queue.push({ road: parent.road, measureMeters: parent.measureMeters, meters: next.meters + along });
        }
      }
    }
  }
  return needs;
}

function turningTo(
  profile: SignProfile,
  frame: LocalFrame,
  landmark: Landmark,
  junction: Junction,
  target: Arm,
): readonly Need[] {
  const { position, arms } = junction;
  const subject: Subject = {
    key: `landmark:${landmark.id}`,
    signKind: 'direction',
    readMeters: readMetersOf(profile, 'direction', `${landmark.name} →`),
    roadId: target.road.id,
    landmarkId: landmark.id,
    towards: target.away,
  };
  return arms
    .filter(({ road, isDeadEnd, away }) => {
      const goesOn = -(away[0] * target.away[0] + away[1] * target.away[1]);
      return road.id !== target.road.id && !isDeadEnd && goesOn < Math.cos((straightDegrees * Math.PI) / 180);
    })
    .map((arm) => ({
      kind: 'landmark',
      subject,
      at: frame.toMeters(position),
      spot: { junction },
      ...arriving(profile, frame, arm, subject),
      withinMeters: Infinity,
    }));
}

function wayOf(world: World, place: Position): { readonly road: Road; readonly measureMeters: number } | null {
  let nearest: { readonly road: Road; readonly measureMeters: number } | null = null;
  let least = landmarkReachMeters;
  for (const { road, line } of networkOf(world).roads) {
    const { distanceMeters, measureMeters } = locate(line, place);
    if (distanceMeters - road.widthMeters / 2 < least) {
      least = distanceMeters - road.widthMeters / 2;
      nearest = { road, measureMeters };
    }
  }
  return nearest;
}

/** Somebody who comes along an arm towards its junction, from where the plate may be read to where he must have read it. */
function arriving(
  profile: SignProfile,
  frame: LocalFrame,
  arm: Arm,
  subject: Subject,
): Pick<Need, 'fromRoadId' | 'heading' | 'readers'> {
  const readers: Reader[] = [];
  const most = Math.min(subject.readMeters + profile.cornerMeters, arm.lengthMeters);
  for (let out = Math.min(profile.decideMeters, arm.lengthMeters); out <= most; out += stepMeters) {
    const here = frame.toMeters(outOn(arm, out)!);
    const next = frame.toMeters(outOn(arm, Math.max(0, out - stepMeters))!);
    const heading = unit(here, next);
    readers.push({ eye: keptTo(profile, here, heading, arm.road.widthMeters), heading });
  }
  return { fromRoadId: arm.road.id, heading: [-arm.away[0], -arm.away[1]], readers };
}

/** On the side of the road one keeps to. */
export function keptTo({ traffic }: SignProfile, [x, y]: Meters, [dx, dy]: Meters, widthMeters: number): Meters {
  const aside = (traffic === 'right' ? 1 : -1) * Math.min(widthMeters / 4, 1.5);
  return [x + dy * aside, y - dx * aside];
}

export function unit([ax, ay]: Meters, [bx, by]: Meters): Meters {
  const length = lengthOf(bx - ax, by - ay) || 1;
  return [(bx - ax) / length, (by - ay) / length];
}
