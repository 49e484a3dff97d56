import { expect, it } from 'vitest';
import type { Sign } from '../../../domain/records/sign.ts';
import { inState, isInState, stateOf, stillShows } from '../../../domain/signs/stateFields.ts';
import { aSign, at } from '../builders.ts';

const fields = {
  ...({ state: 'damaged', stateDay: '2026-11-01', stateNote: 'cột nghiêng', dueDay: '2026-12-01' } as const),
  photoId: 'photo',
};
const sign = aSign(at(0, 0), fields);

it('the same state keeps its day, note, due day and picture', () => {
  expect(stateOf(sign)).toEqual(fields);
  expect(inState(sign, 'damaged', '2026-11-29')).toEqual(fields);
});

it('another state has its own day, and neither the note nor the picture of the old one', () => {
  expect(inState(sign, 'missing', '2026-11-29')).toEqual({
    ...{ state: 'missing', stateDay: '2026-11-29', stateNote: null, dueDay: '2026-12-01', photoId: null },
  });
});

it('where nothing is left to be done no due day stays', () => {
  expect([inState(sign, 'installed', '2026-11-29').dueDay, inState(sign, 'removed', '2026-11-29').dueDay]).toEqual([
    null,
    null,
  ]);
  expect(inState(sign, 'ordered', '2026-11-29').dueDay).toBe('2026-12-01');
});

it('a sign is in a state when every field is as told', () => {
  expect(isInState(sign, fields)).toBe(true);
  for (const other of [{ stateDay: null }, { stateNote: null }, { photoId: null }, { dueDay: null }]) {
    expect(isInState(sign, { ...fields, ...other })).toBe(false);
  }
});

it('a picture shows its sign until that is told to be otherwise', () => {
  const picture = { state: 'damaged', stateDay: '2026-11-20', takenOn: '2026-11-29' } as const;
  const shows = (other: Partial<Sign>) => stillShows(picture, aSign(at(0, 0), other));
  expect(shows({ state: 'damaged', stateDay: '2026-11-20' })).toBe(true);
  // Seen so once more, up to the day the picture was taken.
  expect(shows({ state: 'damaged', stateDay: '2026-11-29' })).toBe(true);
  expect(shows({ state: 'damaged', stateDay: '2026-11-30' })).toBe(false);
  expect(shows({ state: 'missing', stateDay: '2026-11-20' })).toBe(false);
});
