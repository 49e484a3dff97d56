import { describe, expect, it } from 'vitest';
import { isRefusal, type EditHistory } from '../../../domain/edits/edit.ts';
import { planNumbering } from '../../../domain/addressing/numberingPlan.ts';
import type { EditKind, InputOf } from '../../../domain/edits/registry.ts';
import { firstViolation } from '../../../domain/edits/invariants.ts';
import { run } from '../../../domain/edits/run.ts';
import type { Change } from '../../../domain/records/change.ts';
import { applyChange, type World } from '../../../domain/records/world.ts';
import {
  aHouse,
  aHousehold,
  anAddress,
  anEdit,
  aRoad,
  aSign,
  at,
  aVillage,
  aWorld,
  idOf,
  newId,
  villageId,
} from '../builders.ts';

/** Runs one edit and gives the world after it; fails the test when refused. */
function done<K extends EditKind>(world: World, kind: K, input: InputOf<K>, basis: readonly string[] = []) {
  const edit = anEdit(world, kind, input, basis);
  const result = run(world, edit);
  if (isRefusal(result)) throw new Error(`${kind} refused: ${JSON.stringify(result)}`);
  return { edit, change: result, world: applyChange(world, result) };
}

function refusal<K extends EditKind>(
  world: World,
  kind: K,
  input: InputOf<K>,
  basis: readonly string[] = [],
  history?: EditHistory,
) {
  const result = run(world, anEdit(world, kind, input, basis), history);
  return isRefusal(result) ? result.code : 'done';
}

const historyOf = (...entries: { edit: { id: string; kind: string }; change: Change }[]): EditHistory => ({
  changeOf: (id) => {
    const entry = entries.find(({ edit }) => edit.id === id);
    return entry && { kind: entry.edit.kind, change: entry.change };
  },
});

const square = (east: number, north: number, size = 8) =>
  ({
    type: 'Polygon',
    coordinates: [
      [at(east, north), at(east + size, north), at(east + size, north + size), at(east, north + size), at(east, north)],
    ],
  }) as const;

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const house = aHouse(at(10, 100));

describe('what an edit acts upon', () => {
  const world = aWorld(road, house);
  it('needs the version the person saw', () => {
    const input = { id: road.id, name: 'Đường Mới' };
    expect(refusal(world, 'road.name', input)).toBe('basis-missing');
    expect(refusal(world, 'road.name', input, [road.id])).toBe('done');
    const stale = { ...anEdit(world, 'road.name', input), basis: { [road.id]: 7 } };
    expect(run(world, stale)).toMatchObject({ code: 'stale-version', params: { seen: 7, current: 1 } });
  });
  it('must exist', () => {
    expect(refusal(world, 'road.name', { id: idOf(999), name: 'Đường Mới' }, [idOf(999)])).toBe('record-missing');
  });
  it('raises the version by one with each change', () => {
    const after = done(world, 'road.name', { id: road.id, name: 'Đường Mới' }, [road.id]).world;
    expect(after.road.get(road.id)).toMatchObject({ name: 'Đường Mới', version: 2 });
  });
  it('changes nothing when nothing changes', () => {
    expect(refusal(world, 'road.name', { id: road.id, name: ' Đường  Làng ' }, [road.id])).toBe('nothing-changes');
  });
});

describe('texts', () => {
  const named = (name: string) =>
    refusal(aWorld(), 'landmark.add', { id: newId(), landmarkKind: 'temple', name, place: at(0, 0) });
  it('are kept in NFC with single spaces', () => {
    const { world } = done(aWorld(road), 'road.name', { id: road.id, name: '  Đường   Chí Phúc '.normalize('NFD') }, [
      road.id,
    ]);
    expect(world.road.get(road.id)?.name).toBe('Đường Chí Phúc'.normalize('NFC'));
  });
  it('hold no control characters, markup or formulas', () => {
    expect(named('Đền\u0007Hàn')).toBe('text-control-character');
    expect(named('Đền\u202eHàn')).toBe('text-control-character');
    expect(named('   ')).toBe('text-empty');
    expect(named('<b>Đền</b>')).toBe('text-markup');
    expect(named('=HYPERLINK("x")')).toBe('text-formula');
    expect(named('＝1+1')).toBe('text-formula');
    expect(named("'=1+1")).toBe('text-formula');
    expect(named('Đền Hàn')).toBe('done');
  });
});

describe('shapes', () => {
  const world = aWorld(road);
  const drawn = (footprint: InputOf<'house.draw'>['footprint'], entrance = at(5, 5)) =>
    refusal(world, 'house.draw', {
      id: newId(),
      entrance,
      footprint,
      use: 'residential',
      state: 'standing',
      name: null,
    });
  it('are refused when they cross themselves or have no area', () => {
    const bow = { type: 'Polygon', coordinates: [[at(0, 0), at(10, 10), at(10, 0), at(0, 10), at(0, 0)]] } as const;
    const flat = { type: 'Polygon', coordinates: [[at(0, 0), at(10, 0), at(20, 0), at(0, 0)]] } as const;
    expect(drawn(bow)).toBe('polygon-crosses-itself');
    expect(drawn(flat)).toBe('polygon-no-area');
    expect(drawn(square(5, 5))).toBe('done');
    expect(drawn(null)).toBe('done');
  });
  it('lie inside the village, with 50 m of tolerance', () => {
    expect(drawn(null, at(530, 0))).toBe('done');
    expect(drawn(null, at(580, 0))).toBe('outside-village');
  });
  it('a road of one place twice is too short', () => {
    const line = { type: 'LineString', coordinates: [at(0, 0), at(0, 0)] } as const;
    const input = { id: newId(), line, class: 'road', name: null, parentRoadId: null, widthMeters: 4 } as const;
    expect(refusal(world, 'road.draw', input)).toBe('line-too-short');
  });
});

describe('roads', () => {
  const lane = aRoad(at(0, 0), at(100, 0), { class: 'lane', parentRoadId: road.id });
  const world = aWorld(road, lane, house);
  it('are not named twice, not even but for tone marks', () => {
    const other = aRoad(at(50, 200), at(50, -200));
    expect(refusal(aWorld(road, other), 'road.name', { id: other.id, name: 'Đường Làng' }, [other.id])).toBe(
      'road-name-duplicate',
    );
    expect(refusal(aWorld(road, other), 'road.name', { id: other.id, name: 'Đường Lang' }, [other.id])).toBe(
      'road-name-duplicate-but-for-marks',
    );
  });
  it('run from north to south whichever way they were drawn (RULES R2)', () => {
    const line = { type: 'LineString', coordinates: [at(-50, -100), at(-50, 100)] } as const;
    const input = { id: newId(), line, class: 'road', name: null, parentRoadId: null, widthMeters: 4 } as const;
    const after = done(world, 'road.draw', input).world;
    expect(after.road.get(input.id)?.line.coordinates[0]).toEqual(at(-50, 100));
  });
  it('a lane opens from a road, an alley from a lane', () => {
    const parent = (parentRoadId: string | null) =>
      refusal(world, 'road.update', { id: lane.id, changes: { class: 'alley', parentRoadId } }, [lane.id]);
    expect(parent(road.id)).toBe('road-parent-not-allowed');
    expect(parent(null)).toBe('done');
  });
  it('let go of lanes, houses and signs when deleted, and take drafts with them', () => {
    const sign = aSign(at(0, 0), { roadId: road.id });
    const chosen = aHouse(at(10, 50), { chosenRoadId: road.id });
    const draft = anAddress(chosen, road);
    const after = done(aWorld(road, lane, chosen, sign, draft), 'road.delete', { id: road.id }, [road.id]).world;
    expect(after.road.get(lane.id)?.parentRoadId).toBeNull();
    expect(after.sign.get(sign.id)?.roadId).toBeNull();
    expect(after.house.get(chosen.id)?.chosenRoadId).toBeNull();
    expect(after.address.size).toBe(0);
  });
});

describe('issuing', () => {
  const decision = {
    id: idOf(77),
    number: '12/QĐ-UBND',
    date: '2026-11-20',
    signatory: 'Phạm Văn Mẫu',
    scope: 'Thôn Thử',
  };
  const numbered = () => {
    const world = aWorld(road, house);
    const edit = anEdit(world, 'numbering.apply', { roadIds: null, digest: 'x' });
    const { digest } = planNumbering(world, null, edit.id);
    return done(world, 'numbering.apply', { roadIds: null, digest }).world;
  };
  const [draft] = [...numbered().address.values()];
  const issuedWorld = () => {
    const world = numbered();
    const ids = [...world.address.keys()];
    return done(world, 'address.issue', { addressIds: ids, decision }, ids).world;
  };

  it('applies just the plan that was shown', () => {
    expect(refusal(aWorld(road, house), 'numbering.apply', { roadIds: null, digest: 'another' })).toBe(
      'preview-outdated',
    );
  });
  it('makes drafts official under the decision', () => {
    const [address] = [...issuedWorld().address.values()];
    expect(address).toMatchObject({ state: 'issued', issuedOn: '2026-11-20', decisionId: decision.id, version: 2 });
    expect(issuedWorld().decision.size).toBe(1);
  });
  it('needs a named road', () => {
    const nameless = { ...road, name: null };
    const world = aWorld(nameless, house, anAddress(house, nameless, { measureMeters: 100 }));
    const ids = [...world.address.keys()];
    expect(refusal(world, 'address.issue', { addressIds: ids, decision }, ids)).toBe('road-unnamed');
  });
  it('binds: no renaming, reversing, moving the entrance, deleting', () => {
    const world = issuedWorld();
    expect(draft).toBeDefined();
    expect(refusal(world, 'road.name', { id: road.id, name: 'Đường Khác' }, [road.id])).toBe(
      'road-has-issued-addresses',
    );
    expect(refusal(world, 'road.reverse', { id: road.id, reason: 'thử' }, [road.id])).toBe('address-issued');
    expect(refusal(world, 'road.delete', { id: road.id }, [road.id])).toBe('road-has-issued-addresses');
    expect(refusal(world, 'house.delete', { id: house.id }, [house.id])).toBe('house-already-issued');
    const moved = { id: house.id, entrance: at(12, 90), footprint: null };
    expect(refusal(world, 'house.move', moved, [house.id])).toBe('address-issued');
    expect(
      refusal(world, 'house.move', { ...moved, entrance: house.entrance, footprint: square(10, 96) }, [house.id]),
    ).toBe('done');
  });
  it('binds how it reads: no way above it gets another name, number or parent, whatever the edit', () => {
    const way = aRoad(at(0, 0), at(100, 0), { class: 'lane', parentRoadId: road.id, numberName: '5' });
    const inside = aHouse(at(50, 6));
    const official = anAddress(inside, way, {
      ...{ measureMeters: 50, state: 'issued', decisionId: decision.id, issuedOn: decision.date },
    });
    const world = aWorld({ ...decision, kind: 'decision', version: 1 }, road, way, inside, official);
    expect(refusal(world, 'road.delete', { id: road.id }, [road.id])).toBe('road-has-issued-addresses');
    for (const fields of [{ numberName: '7' }, { parentRoadId: null, numberName: null }, { name: 'Ngõ Chùa' }]) {
      const change = { created: [], updated: [[way, { ...way, ...fields, version: 2 }] as const], deleted: [] };
      expect(firstViolation(world, change)).toMatchObject({ code: 'address-issued', recordIds: [inside.id, way.id] });
      // Undo as well: taking back a renumbering ends what it issued and brings back what it retired.
      expect(firstViolation(world, change, true)).toMatchObject({ code: 'address-issued' });
    }
  });
  it('lets a road be lengthened at its end, not at its start', () => {
    const world = issuedWorld();
    const [start, end] = [at(0, 200), at(0, -200)];
    const line = (...coordinates: InputOf<'road.reshape'>['line']['coordinates']) => ({
      id: road.id,
      line: { type: 'LineString', coordinates } as const,
    });
    expect(refusal(world, 'road.reshape', line(start, end, at(0, -300)), [road.id])).toBe('done');
    expect(refusal(world, 'road.reshape', line(at(0, 300), start, end), [road.id])).toBe('road-grows-at-start');
    // Another line altogether is not the old one grown.
    expect(refusal(world, 'road.reshape', line(at(0, 100), end), [road.id])).toBe('address-issued');
  });
  it('refuses what is issued already, and retires under a decision', () => {
    const world = issuedWorld();
    const ids = [...world.address.keys()];
    expect(refusal(world, 'address.issue', { addressIds: ids, decision }, ids)).toBe('address-not-draft');
    const later = { ...decision, id: idOf(78), number: '13/QĐ-UBND' };
    const after = done(world, 'address.retire', { addressIds: ids, decision: later, reason: 'Phá dỡ' }, ids).world;
    expect([...after.address.values()][0]).toMatchObject({
      state: 'retired',
      retiredDecisionId: later.id,
      number: '1',
    });
  });
  it('refuses a day that is not in the calendar', () => {
    const world = numbered();
    const ids = [...world.address.keys()];
    const on = (date: string) =>
      refusal(world, 'address.issue', { addressIds: ids, decision: { ...decision, date } }, ids);
    expect(on('2026-02-30')).toBe('date-not-real');
    expect(on('2025-02-29')).toBe('date-not-real');
    expect(on('2024-02-29')).toBe('done');
  });
  it('will not use one decision id for two decisions', () => {
    const world = issuedWorld();
    const other = { ...decision, number: '99/QĐ-UBND' };
    const ids = [...world.address.keys()];
    expect(refusal(world, 'address.retire', { addressIds: ids, decision: other, reason: 'x' }, ids)).toBe(
      'decision-differs',
    );
  });
});

describe('undo', () => {
  const world = aWorld(road, house, aHousehold({ houseId: house.id }));
  it('puts back what was, and is itself undone', () => {
    const named = done(world, 'road.name', { id: road.id, name: 'Đường Mới' }, [road.id]);
    const undoEdit = anEdit(named.world, 'change.revert', { editId: named.edit.id });
    const undone = run(named.world, undoEdit, historyOf(named));
    if (isRefusal(undone)) throw new Error(undone.code);
    const back = applyChange(named.world, undone);
    expect(back.road.get(road.id)).toEqual({ ...road, version: 3 });
    const redo = run(
      back,
      anEdit(back, 'change.revert', { editId: undoEdit.id }),
      historyOf(named, { edit: undoEdit, change: undone }),
    );
    if (isRefusal(redo)) throw new Error(redo.code);
    expect(applyChange(back, redo).road.get(road.id)).toMatchObject({ name: 'Đường Mới', version: 4 });
  });
  it('works backwards through several edits of one record', () => {
    const first = done(world, 'road.name', { id: road.id, name: 'Một Đường' }, [road.id]);
    const second = done(first.world, 'road.name', { id: road.id, name: 'Hai Đường' }, [road.id]);
    const undo2 = run(
      second.world,
      anEdit(second.world, 'change.revert', { editId: second.edit.id }),
      historyOf(second),
    );
    if (isRefusal(undo2)) throw new Error(undo2.code);
    const after2 = applyChange(second.world, undo2);
    expect(refusal(after2, 'change.revert', { editId: first.edit.id }, [], historyOf(first))).toBe('done');
  });
  it('is refused when a record has changed since, or is gone', () => {
    const first = done(world, 'road.name', { id: road.id, name: 'Một Đường' }, [road.id]);
    const second = done(first.world, 'road.name', { id: road.id, name: 'Hai Đường' }, [road.id]);
    expect(refusal(second.world, 'change.revert', { editId: first.edit.id }, [], historyOf(first))).toBe(
      'revert-changed-since',
    );
    expect(refusal(second.world, 'change.revert', { editId: idOf(5) })).toBe('revert-not-found');
  });
  it('brings back a deleted house with its household link', () => {
    const gone = done(world, 'house.delete', { id: house.id }, [house.id]);
    expect([...gone.world.household.values()][0]?.houseId).toBeNull();
    const back = run(gone.world, anEdit(gone.world, 'change.revert', { editId: gone.edit.id }), historyOf(gone));
    if (isRefusal(back)) throw new Error(back.code);
    const after = applyChange(gone.world, back);
    expect(after.house.has(house.id)).toBe(true);
    expect([...after.household.values()][0]?.houseId).toBe(house.id);
  });
  it('will not take away a record that others use', () => {
    const drawn = done(world, 'house.draw', {
      id: newId(),
      entrance: at(30, 30),
      footprint: null,
      use: 'residential',
      state: 'standing',
      name: null,
    });
    const [houseId] = drawn.change.created.map(({ id }) => id);
    const linked = done(drawn.world, 'household.add', {
      id: newId(),
      houseId: houseId ?? null,
      ordinal: 2,
      headName: null,
      phone: null,
      surveyAnswers: {},
    });
    expect(refusal(linked.world, 'change.revert', { editId: drawn.edit.id }, [], historyOf(drawn))).toBe(
      'record-in-use',
    );
  });
});

describe('villages and imports', () => {
  it('a village is made once', () => {
    const { kind: _k, id: _i, version: _v, ...village } = aVillage();
    expect(refusal(aWorld(), 'village.create', { village })).toBe('village-exists');
    const empty = done(aWorldWithout(), 'village.create', { village });
    expect(empty.world.village.get(villageId)?.name).toBe('Thôn Thử');
  });
  it('an import brings many records, or none when one is wrong', () => {
    const { kind: _k, version: _v, ...fields } = house;
    const input = { source: 'thử', roads: [], households: [], signs: [], cameras: [], lamps: [], landmarks: [] };
    const two = [
      { ...fields, id: newId() },
      { ...fields, id: newId(), entrance: at(20, 20) },
    ];
    expect(done(aWorld(), 'village.import', { ...input, houses: two }).change.created).toHaveLength(2);
    const far = { ...fields, id: newId(), entrance: at(5000, 0) };
    expect(refusal(aWorld(), 'village.import', { ...input, houses: [...two, far] })).toBe('outside-village');
    expect(refusal(aWorld(), 'village.import', { ...input, houses: [two[0]!, two[0]!] })).toBe('record-exists');
  });
  it('external codes are checked, kept as text and unique', () => {
    const world = aWorld(house);
    const code = (value: string) =>
      ({ id: newId(), houseId: house.id, scheme: 'ndas10', value, issuedBy: 'VNPost', issuedOn: null }) as const;
    expect(refusal(world, 'externalCode.record', code('123456789'))).toBe('external-code-malformed');
    const after = done(world, 'externalCode.record', code('0123456789')).world;
    expect([...after.externalCode.values()][0]?.value).toBe('0123456789');
    expect(refusal(after, 'externalCode.record', code('0123456789'))).toBe('external-code-taken');
  });
});

function aWorldWithout(): World {
  const world = aWorld();
  return { ...world, village: new Map() };
}
