import { describe, expect, it } from 'vitest';
import { readFromHere } from '../../../web/tools/readFromHere.ts';
import { aSign, at } from '../../domain/builders.ts';
import { across, upright, village } from '../../domain/signs/villages.ts';
import { contextOf, work } from './hand.ts';

const plate = aSign(at(4, -4), { roadId: across.id, facingDegrees: 180 });
const edgeOn = aSign(at(4, -4), { roadId: upright.id, facingDegrees: 90, faces: ['ĐƯỜNG\nBỜ AO'] });
const world = village(across, upright, plate, edgeOn);
const context = contextOf(world);
const told = (state: Parameters<NonNullable<typeof readFromHere.tells>>[0]) =>
  readFromHere.tells!(state, context).map(({ key, params }) => [key, params?.['text']]);

describe('read from here', () => {
  it('tells which sign is read from the place pointed at, and what is in the way of the other', () => {
    const { state } = work(readFromHere, context, [['click', 1, -30]]);
    expect(told(state)).toEqual([
      ['tool.read.read', 'ĐƯỜNG ĐỀN HÀN'],
      ['tool.read.slanting', 'ĐƯỜNG BỜ AO'],
    ]);
    const roles = readFromHere.sketch(state, context).map(({ properties }) => properties.role);
    // One line and one word a post, however many plates hang there.
    expect(roles.filter((role) => role === 'sight' || role === 'unseen')).toEqual(['sight']);
    expect(roles.filter((role) => role === 'read' || role === 'unread')).toEqual(['read']);
  });

  it('turned round, the sign lies behind', () => {
    const back = work(readFromHere, context, [['click', 1, -30], { type: 'offer', id: 'turn' }]);
    expect(told(back.state)).toEqual([['tool.read.none', undefined]]);
    const byKey = work(readFromHere, context, [['click', 1, -30], { type: 'turn', degrees: 1 }]);
    expect(byKey.state).toEqual(back.state);
  });

  it('goes along the road, never beyond its ends', () => {
    const on = work(readFromHere, context, [
      ['click', 1, -45],
      { type: 'offer', id: 'right' },
      { type: 'offer', id: 'right' },
    ]);
    expect(on.state.from?.measureMeters).toBeCloseTo(465, 0);
    const start = work(readFromHere, context, [['click', 0, -498], { type: 'offer', id: 'left' }]);
    expect(start.state.from?.measureMeters).toBe(0);
  });

  it('away from every road it says so and stays where it was', () => {
    const { state } = work(readFromHere, context, [
      ['click', 1, -30],
      ['click', 200, 200],
    ]);
    expect(readFromHere.status(state, context).hintKey).toBe('tool.read.offRoad');
    expect(state.from?.roadId).toBe(upright.id);
  });

  it('changes nothing', () => {
    expect(work(readFromHere, context, [['click', 1, -30], 'finish']).edits).toEqual([]);
  });
});
