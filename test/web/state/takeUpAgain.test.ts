import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import type { EditKind, InputOf } from '../../../domain/edits/registry.ts';
import { run } from '../../../domain/edits/run.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import { findRecord, type World } from '../../../domain/records/world.ts';
import { isTakenUpBy, takeUpAgain, wantedChange } from '../../../web/state/takeUpAgain.ts';
import type { WaitingEdit } from '../../../web/state/waitingEdit.ts';
import { aCamera, aHouse, anEdit, aRoad, at, aWorld, newId } from '../../domain/builders.ts';

const road = aRoad(at(-100, 0), at(100, 0));
const house = aHouse(at(0, 10), { use: 'business', name: 'Quán Nước' });
const camera = aCamera(at(5, 5), { owner: 'household', houseId: house.id });
const world = aWorld(road, house, camera);

function refused<K extends EditKind>(kind: K, input: InputOf<K>, seen: readonly AnyRecord[]): WaitingEdit {
  const edit = anEdit(
    world,
    kind,
    input,
    seen.map(({ id }) => id),
  );
  return { edit, villageName: '', isShown: true, restsOn: [], seen, undoes: null };
}

/** What comes of performing it in the world as it is now. */
function performed(now: World, waiting: WaitingEdit): AnyRecord {
  const { kind, input } = takeUpAgain(now, waiting, newId);
  const result = run(now, anEdit(now, kind, input as never, [(input as { id: string }).id]));
  if (isRefusal(result)) throw new Error(result.code);
  return (result.created[0] ?? result.updated[0]?.[1])!;
}

const moved = refused('house.move', { id: house.id, entrance: at(3, 12), footprint: null }, [house]);

describe('a refused edit taken up again', () => {
  it('is the same edit where its record is still there', () => {
    expect(takeUpAgain(world, moved, newId)).toMatchObject({ kind: 'house.move', isAnew: false });
    expect(performed(world, moved)).toMatchObject({ id: house.id, version: 2, use: 'business' });
  });

  it('makes the record anew where another deleted it: as it was seen, and as it was to be', () => {
    const without = aWorld(road);
    expect(takeUpAgain(without, moved, newId)).toMatchObject({ kind: 'house.draw', isAnew: true });
    const anew = performed(without, moved);
    expect(anew).toMatchObject({ kind: 'house', version: 1, use: 'business', name: 'Quán Nước', entrance: at(3, 12) });
    expect(anew.id).not.toBe(house.id);
  });

  it('a device loses only what it referred to and is gone as well', () => {
    const turned = refused('camera.update', { id: camera.id, changes: { facingDegrees: 90 } }, [camera]);
    expect(performed(aWorld(road), turned)).toMatchObject({ facingDegrees: 90, owner: 'household', houseId: null });
    expect(performed(aWorld(road, house), turned)).toMatchObject({ facingDegrees: 90, houseId: house.id });
  });

  it('of a page from before devices said more of themselves is whole, on the map and anew', () => {
    const asOfOld = ({ id, place, facingDegrees, ...rest }: typeof camera): AnyRecord => {
      const { kind, version, name, owner, state, horizontalFieldOfViewDegrees, heightMeters } = rest;
      const { horizontalPixels, houseId } = rest;
      return {
        ...{ kind, id, version, name, place, owner, state, facingDegrees, horizontalFieldOfViewDegrees },
        ...{ heightMeters, horizontalPixels, houseId },
      } as AnyRecord;
    };
    const { kind: _kind, version: _version, ...old } = asOfOld(aCamera(at(9, 9)));
    const wanted = wantedChange(world, refused('camera.add', old as InputOf<'camera.add'>, []));
    expect(wanted.created).toEqual([{ ...aCamera(at(9, 9)), id: old.id, version: undefined }]);
    const turned = refused('camera.update', { id: camera.id, changes: { facingDegrees: 45 } }, [asOfOld(camera)]);
    const anew = performed(aWorld(road, house), turned);
    expect(anew).toEqual({ ...camera, id: anew.id, version: 1, facingDegrees: 45 });
  });

  it('a road comes back with its line', () => {
    const line = { type: 'LineString', coordinates: [at(-100, 0), at(150, 0)] } as const;
    const reshaped = refused('road.reshape', { id: road.id, line }, [road]);
    expect(performed(aWorld(house), reshaped)).toMatchObject({ kind: 'road', class: road.class, version: 1 });
  });

  it('is shown beside what is there now', () => {
    expect(wantedChange(world, moved).updated).toMatchObject([[house, { id: house.id, entrance: at(3, 12) }]]);
    expect(wantedChange(aWorld(road), moved).created).toMatchObject([{ kind: 'house', entrance: at(3, 12) }]);
    const deleting = refused('house.delete', { id: house.id }, [house]);
    expect(wantedChange(world, deleting)).toEqual({ created: [], updated: [], deleted: [] });
    expect(findRecord(world, house.id)).toBe(house);
  });

  it('is known by the edit that does it after all', () => {
    const again = anEdit(world, 'house.move', { id: house.id, entrance: at(4, 12), footprint: null }, [house.id]);
    expect(isTakenUpBy(moved.edit, again)).toBe(true);
    const other = anEdit(world, 'house.update', { id: house.id, changes: { name: null } }, [house.id]);
    expect(isTakenUpBy(moved.edit, other)).toBe(false);
    const update = (changes: InputOf<'house.update'>['changes']) =>
      anEdit(world, 'house.update', { id: house.id, changes }, [house.id]);
    expect(isTakenUpBy(update({ use: 'other' }), update({ use: 'school', name: null }))).toBe(true);
    expect(isTakenUpBy(update({ use: 'other' }), update({ name: 'Quán Mới' }))).toBe(false);
    const drawn = (lng: number) =>
      ({ id: newId(), entrance: at(lng, 12), footprint: null, use: 'other', state: 'standing', name: null }) as const;
    const first = anEdit(world, 'house.draw', drawn(1));
    expect(isTakenUpBy(first, anEdit(world, 'house.draw', drawn(1)))).toBe(true);
    expect(isTakenUpBy(first, anEdit(world, 'house.draw', drawn(2)))).toBe(false);
  });
});
