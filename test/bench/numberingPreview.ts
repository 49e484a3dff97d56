/** The preview of a village of 2,000 houses, its numbers planned and their digest made, as the browser does it. */
import { frontOf } from '../../domain/addressing/front.ts';
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import { measureLine } from '../../domain/geometry/measuredLine.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { House } from '../../domain/records/house.ts';
import type { Id } from '../../domain/records/fields.ts';
import { deriveId } from '../../domain/records/identifier.ts';
import { worldOf, type World } from '../../domain/records/world.ts';
import { inMilliseconds, median, type Figure } from './figure.ts';
import { madeRoadRecord, madeVillage, villageSeed } from './madeVillages.ts';
/** As the browser computes it: when a village is opened, and after each edit of a house. */

const houseCount = 2000;
const runs = 15;
const warmUps = 3;
/** Of an evening of 300 houses: a plan is made after each. */
const earlierEdits = 60;

/**
 * A page that was just opened runs code that is not compiled yet, which the first figure tells; the others are of code
 * that has run before. "Nothing known" is a copy of every record, so that nothing remembered of one can be used.
 */
export function previewFigures(): Figure[] {
  const editId = '01890000-0000-7000-8000-000000000001';
  const world = madeWorld(editId);
  const first = timeOf(() => planNumbering(world, null, editId));
  const cold = medianTimes(() => {
    const unknown = structuredClone(world);
    return timeOf(() => planNumbering(unknown, null, editId));
  });
  const houses = [...world.house.values()];
  let edited = world;
  let turn = 0;
  const move = (): Time => {
    const house = houses[(turn += 7) % houses.length]!;
    const entrance: Position = [house.entrance[0] + 1e-6, house.entrance[1]];
    edited = { ...edited, house: new Map(edited.house).set(house.id, { ...house, version: 2, entrance }) };
    return timeOf(() => planNumbering(edited, null, editId));
  };
  const moved = medianTimes(move);
  const afterOthers = medianTimes(move, earlierEdits);
  const village = `preview of a village of ${houseCount.toLocaleString('en')} houses`;
  const cpu = [first, cold, moved, afterOthers].map(({ cpuMilliseconds }) => cpuMilliseconds.toFixed(1)).join(', ');
  console.log(
    `${village}, CPU milliseconds: ${cpu} (for the very first time, nothing known, one house moved, the same after many edits)`,
  );
  return [
    inMilliseconds(`${village}, for the very first time`, first.milliseconds, null),
    inMilliseconds(`${village}, nothing known`, cold.milliseconds, 30),
    inMilliseconds('the same after one house has been moved', moved.milliseconds, 30),
    inMilliseconds(`the same in an evening of edits, after the first ${earlierEdits}`, afterOthers.milliseconds, 30),
  ];
}

interface Time {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
}

function timeOf(work: () => unknown): Time {
  const cpu = process.cpuUsage();
  const started = performance.now();
  work();
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { milliseconds, cpuMilliseconds: (user + system) / 1000 };
}

function medianTimes(run: () => Time, before = warmUps): Time {
  const times = Array.from({ length: before + runs }, run).slice(before);
  return {
    milliseconds: median(times.map(({ milliseconds }) => milliseconds)),
    cpuMilliseconds: median(times.map(({ cpuMilliseconds }) => cpuMilliseconds)),
  };
}

/** Doors shown by somebody on walls that face the first road: not all of them on the nearest one. */
function madeWorld(editId: Id): World {
  const made = madeVillage(0, houseCount, villageSeed);
  const roads = made.roads.map((road) => ({ ...madeRoadRecord(road), id: deriveId(editId, 10_000 + road.id) }));
  const main = measureLine(roads[0]!.line);
  const houses = made.houses.map(({ id, ring }): House => ({
    kind: 'house',
    id: deriveId(editId, 20_000 + id),
    version: 1,
    entrance: frontOf(ring, main),
    entranceOrigin: 'shown',
    footprint: { type: 'Polygon', coordinates: [ring as never] },
    name: null,
    use: 'residential',
    state: 'standing',
    parcel: null,
    chosenRoadId: null,
  }));
  return worldOf([...roads, ...houses]);
}
