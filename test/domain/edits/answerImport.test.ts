import { describe, expect, it } from 'vitest';
import { funnelDays } from '../../../domain/coverage/funnelDays.ts';
import { funnelOf, releasedOf } from '../../../domain/coverage/funnel.ts';
import { isConfirmed, toldOf } from '../../../domain/coverage/platformAnswers.ts';
import type { InputOf } from '../../../domain/edits/registry.ts';
import { releaseRows } from '../../../domain/formats/releases/releaseRows.ts';
import type { House } from '../../../domain/records/house.ts';
import type { PlatformAnswer } from '../../../domain/records/platformAnswer.ts';
import type { World } from '../../../domain/records/world.ts';
import { aHouse, aRoad, aSign, at, aWorld, newId } from '../builders.ts';
import { inWorld } from '../checks/finding.ts';
import { addressOf, contentOf, done, issued, numbered, refused, undone } from './doing.ts';

const road = aRoad(at(0, 100), at(0, -100), { name: 'Đường Đền Hàn' });
const houses = [80, 60, 40, 20].map((north) => aHouse(at(8, north))) as [House, House, House, House];
const [one, two, three, four] = houses;
const world = issued(numbered(aWorld(road, ...houses)), [one, two, three]);

const nothing = { source: 'tra-loi.xlsx', added: [], changed: [], codes: [], recoded: [] };

function answerOf(house: House, fields: Partial<PlatformAnswer> = {}): InputOf<'answer.import'>['added'][number] {
  const {
    kind: _,
    version: __,
    ...answer
  } = {
    ...{ kind: 'platformAnswer', id: newId(), version: 1, houseId: house.id, system: 'vnpt', verdict: 'accepted' },
    ...{ reason: null, answeredOn: '2026-11-28', releaseNumber: 1, ...toldOf(world, addressOf(world, house)!) },
    ...fields,
  } as PlatformAnswer;
  return answer;
}
const ndas = (house: House, value: string) => ({
  ...{
    id: newId(),
    houseId: house.id,
    scheme: 'ndas10' as const,
    value,
    issuedBy: 'Bưu điện Việt Nam',
    issuedOn: null,
  },
});
const taken = (from: World, input: Partial<InputOf<'answer.import'>>) =>
  done(from, 'answer.import', { ...nothing, ...input });

const file = {
  added: [answerOf(one), answerOf(two, { verdict: 'rejected', reason: 'Trùng địa chỉ' })],
  codes: [ndas(one, '0440012345')],
};

describe('what a platform sent back', () => {
  it('is one edit, taken back by one undo', () => {
    const after = taken(world, file);
    expect([after.world.platformAnswer.size, after.world.externalCode.size]).toEqual([2, 1]);
    expect(contentOf(undone(after))).toEqual(contentOf(world));
  });

  it('a later word replaces the one before; the same again changes nothing', () => {
    const after = taken(world, file).world;
    const before = [...after.platformAnswer.values()].find(({ houseId }) => houseId === two.id)!;
    const changes = { verdict: 'accepted' as const, reason: null, answeredOn: '2026-12-01' };
    expect(isConfirmed(taken(after, { changed: [{ id: before.id, changes }] }).world, two.id)).toBe(true);
    const again = { changed: [{ id: before.id, changes: { verdict: 'rejected' as const } }] };
    expect(refused(after, 'answer.import', { ...nothing, ...again }).code).toBe('nothing-changes');
  });

  it('one answer a house and platform; one code a house', () => {
    const after = taken(world, file).world;
    const says = (input: Partial<InputOf<'answer.import'>>) =>
      refused(after, 'answer.import', { ...nothing, ...input });
    expect(says({ added: [answerOf(one)] })).toMatchObject({ code: 'answer-twice', recordIds: [one.id] });
    expect(says({ codes: [ndas(two, '0440012345')] })).toMatchObject({ code: 'external-code-taken' });
    expect(says({ codes: [ndas(two, '440012345')] })).toMatchObject({ code: 'external-code-malformed' });
    const held = [...after.externalCode.values()][0]!;
    const other = { id: held.id, value: '440012345', issuedBy: 'x', issuedOn: null };
    expect(says({ recoded: [other] }).code).toBe('external-code-malformed');
    const recoded = taken(after, { recoded: [{ ...other, value: '0440099999' }] }).world;
    expect(recoded.externalCode.get(held.id)?.value).toBe('0440099999');
  });

  it('dates, texts and houses are looked at as everywhere', () => {
    const says = (fields: Partial<PlatformAnswer>) =>
      refused(world, 'answer.import', { ...nothing, added: [answerOf(one, fields)] }).code;
    expect(says({ answeredOn: '2026-02-30' })).toBe('date-not-real');
    expect(says({ reason: '=1+1' })).toBe('text-formula');
    expect(says({ houseId: newId() })).toBe('reference-missing');
  });
});

describe('an answer to an address of before', () => {
  it('confirms and rejects nothing any more once the house reads otherwise', () => {
    const after = taken(world, file).world;
    expect([isConfirmed(after, one.id), isConfirmed(after, two.id)]).toEqual([true, false]);
    expect(inWorld(after, 'answer-rejected')).toMatchObject([
      { recordIds: [two.id], severity: 'notice', params: { system: 'vnpt', reason: 'Trùng địa chỉ' } },
    ]);
    const address = addressOf(after, two)!;
    const moved = { ...after, address: new Map(after.address).set(address.id, { ...address, number: '9' }) };
    expect(inWorld(moved, 'answer-rejected')).toEqual([]);
    const first = addressOf(after, one)!;
    const recoded = { ...after, address: new Map(after.address).set(first.id, { ...first, plusCode: '7PG7XQCQ+222' }) };
    expect(isConfirmed(recoded, one.id)).toBe(false);
  });

  it('a rejection can be accepted as it is, until the platform says something else', () => {
    const after = taken(world, file).world;
    const [finding] = inWorld(after, 'answer-rejected');
    const { checkId, recordIds, facts } = finding!;
    const accepted = { id: newId(), checkId, recordIds, facts, reason: 'Đã gọi VNPT' };
    expect(done(after, 'exception.accept', accepted, recordIds).world.exception.size).toBe(1);
    const { id } = [...after.platformAnswer.values()].find(({ houseId }) => houseId === two.id)!;
    const again = taken(after, { changed: [{ id, changes: { reason: 'Sai toạ độ' } }] }).world;
    expect(inWorld(again, 'answer-rejected')[0]?.facts).not.toBe(facts);
  });

  it('goes with its house', () => {
    const draft = taken(world, { added: [answerOf(four)] }).world;
    expect(isConfirmed(draft, four.id)).toBe(false);
    expect(done(draft, 'house.delete', { id: four.id }, [four.id]).world.platformAnswer.size).toBe(0);
  });
});

describe('criterion 6 as a funnel', () => {
  const released = releasedOf(releaseRows(world));
  const plate = (house: House, number: string) =>
    aSign(house.entrance, {
      ...{ signKind: 'house-plate', faces: [number], houseId: house.id, state: 'installed', stateDay: '2026-11-29' },
    });
  const after = taken(world, file).world;
  const plated = plate(three, addressOf(world, three)!.number);
  const whole = { ...after, sign: new Map([[plated.id, plated]]) };

  it('counts each stage by itself, of the village and by road, with the houses that lack it', () => {
    const funnel = funnelOf(whole, released);
    const counts = { houses: 4, numbered: 4, coded: 3, released: 3, confirmed: 1, plated: 1, rejected: 1 };
    expect(funnel).toMatchObject({ ...counts, rejectedIds: [two.id], byRoad: [{ roadId: road.id, ...counts }] });
    expect(funnel.missing.confirmed).toEqual([two.id, three.id, four.id]);
    expect(funnel.byRoad[0]?.missing.coded).toEqual([four.id]);
    expect(funnelOf(whole, new Map()).released).toBe(0);
  });

  it('what was handed over otherwise than it is now counts as not handed over', () => {
    const address = addressOf(whole, one)!;
    const moved = { ...whole, address: new Map(whole.address).set(address.id, { ...address, number: '9' }) };
    expect(funnelOf(moved, released)).toMatchObject({ coded: 3, released: 2, confirmed: 0 });
  });

  it('days are those the records and releases hold', () => {
    expect(funnelDays(whole, [{ day: '2026-11-28', newCount: 3 }])).toEqual([
      { day: '2026-11-29', coded: 0, released: 0, confirmed: 0, rejected: 0, plated: 1 },
      { day: '2026-11-28', coded: 0, released: 3, confirmed: 1, rejected: 1, plated: 0 },
      { day: '2024-01-05', coded: 3, released: 0, confirmed: 0, rejected: 0, plated: 0 },
    ]);
  });
});
