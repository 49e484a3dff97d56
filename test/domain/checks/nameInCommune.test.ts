import { expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { run } from '../../../domain/edits/run.ts';
import { applyChange, type RoadElsewhere, type World } from '../../../domain/records/world.ts';
import { anEdit, aRoad, at, aWorld } from '../builders.ts';
import { inWorld } from './finding.ts';

const elsewhere = (name: string, isSameCommune: boolean, metersNorth = 0): RoadElsewhere => ({
  ...{ name, villageName: 'Bên', isSameCommune },
  place: at(0, metersNorth),
});

/** As an import leaves it: each road with its name. */
function imported(roadsElsewhere: readonly RoadElsewhere[] | undefined, ...names: (string | null)[]): World {
  const world = roadsElsewhere ? { ...aWorld(), roadsElsewhere } : aWorld();
  const roads = names.map((name, index) => aRoad(at(0, 50 * index), at(200, 50 * index), { name }));
  const input = {
    source: 'OSM',
    roads: roads.map(({ kind: _kind, version: _version, ...fields }) => fields),
    ...{ houses: [], households: [], signs: [], cameras: [], lamps: [], landmarks: [] },
  };
  const change = run(world, anEdit(world, 'village.import', input));
  if (isRefusal(change)) throw new Error(change.code);
  return applyChange(world, change);
}

it('tells of imported roads the names that no other edit would give them, and takes them all the same', () => {
  const around = [elsewhere('Đường Trần Phú', true, 9000), elsewhere('Đường Lê Lợi', false, 9000)];
  const world = imported(around, 'đường tran phu', 'Đường Lê Lợi', 'Đường Trần Quý', null);
  const [road] = world.road.values();
  expect(inWorld(world, 'name-in-commune')).toMatchObject([
    { severity: 'notice', recordIds: [road!.id], params: { other: 'Đường Trần Phú', place: 'thôn Bên' } },
  ]);
  const rename = { id: road!.id, name: 'Đường Trần Phú' };
  expect(run(world, anEdit(world, 'road.name', rename, [road!.id]))).toMatchObject({ code: 'road-name-in-commune' });
});

it('tells of a name nearby, whatever the commune; of no closed road or lane; and anew when more is known of around', () => {
  const near = [elsewhere('Đường Làng', false, 4000)];
  const world = imported(near, 'Đường Làng');
  expect(inWorld(world, 'name-in-commune')).toHaveLength(1);
  expect(inWorld({ ...world, roadsElsewhere: [] }, 'name-in-commune')).toEqual([]);
  const [road] = world.road.values();
  for (const fields of [{ state: 'closed' }, { class: 'lane' }] as const) {
    const other = { ...world, road: new Map([[road!.id, { ...road!, ...fields }]]) };
    expect(inWorld(other, 'name-in-commune')).toEqual([]);
  }
  expect(inWorld(imported(undefined, 'Đường Làng'), 'name-in-commune')).toEqual([]);
});
