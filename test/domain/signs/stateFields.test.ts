import { expect, it } from 'vitest';
import { inState, isInState, stateOf } from '../../../domain/signs/stateFields.ts';
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
