import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../domain/records/candidate.ts';
import type { World } from '../../../domain/records/world.ts';
import type { ToolContext, ToolEdit, ToolEvent } from '../../../web/tools/tool.ts';
import { walk, type Walking } from '../../../web/tools/walk.ts';
import { aHouse, aRoad, at, aWorld, newId } from '../../domain/builders.ts';
import { done, undone, type Done } from '../../domain/edits/doing.ts';
import { contextOf } from './hand.ts';

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng' });
const here = (north: number, east = 0): ToolEvent => ({ type: 'here', position: at(east, north) });
const left: ToolEvent = { type: 'offer', id: 'left' };
const right: ToolEvent = { type: 'offer', id: 'right' };

/** A walker whose presses take effect, as on the page. */
function walker(start: World) {
  let world = start;
  let past: Done[] = [];
  const context = (): ToolContext => contextOf(world);
  let state: Walking = walk.start(context());
  return {
    numbers: () => [...world.address.values()].map(({ number }) => number),
    houses: () => world.house.size,
    offers: () => walk.offers!(state, context()),
    status: () => walk.status(state, context()),
    labels: () => walk.sketch(state, context()).flatMap(({ properties }) => properties.label?.params?.['number'] ?? []),
    do(...events: readonly ToolEvent[]): ToolEdit | undefined {
      let edit: ToolEdit | undefined;
      for (const event of events) {
        const step = walk.handle(state, event, context());
        ({ state } = step);
        edit = step.edit;
        if (edit?.kind === 'number.set') past = [...past, done(world, 'number.set', edit.input)];
        else if (edit?.kind === 'house.found') past = [...past, done(world, 'house.found', edit.input)];
        else if (!step.takesBack) continue;
        if (step.takesBack) {
          world = undone(past.at(-1)!);
          past = past.slice(0, -1);
        } else {
          world = past.at(-1)!.world;
          state = walk.rests!(state, context());
        }
      }
      return edit;
    },
  };
}

describe('walking and numbering', () => {
  const east = [150, 130].map((north) => aHouse(at(8, north)));
  const west = [150, 130].map((north) => aHouse(at(-8, north)));

  it('one press numbers the house at that hand', () => {
    const person = walker(aWorld(road, ...east, ...west));
    expect(person.do(here(160), here(150), left)?.kind).toBe('number.set');
    person.do(right, here(130), left, right);
    expect(person.numbers()).toEqual(['1', '2', '3', '4']);
    expect(person.houses()).toBe(4);
  });
  it('left is the other side for one who walks against the road, and after "the other way"', () => {
    const person = walker(aWorld(road, ...east, ...west));
    person.do(here(140), here(150));
    expect(person.offers().map(({ label }) => label.params?.['number'])).toEqual(['2', '1']);
    person.do({ type: 'offer', id: 'turn' });
    expect(person.offers().map(({ label }) => label.params?.['number'])).toEqual(['1', '2']);
    person.do(here(151));
    expect(person.offers().map(({ label }) => label.params?.['number'])).toEqual(['1', '2']);
  });
  it('makes a house where none is known, and says that it would', () => {
    const person = walker(aWorld(road));
    person.do(here(160), here(150));
    expect(person.offers()[0]).toMatchObject({ isNew: true, isOff: false, note: { key: 'tool.walk.nothing' } });
    expect(person.do(left)?.kind).toBe('house.found');
    expect(person.offers()[0]).toMatchObject({ isOff: true, note: { key: 'tool.walk.numbered' } });
    expect(person.do(left)).toBeUndefined();
    person.do(here(140), left);
    expect(person.numbers()).toEqual(['1', '3']);
  });
  it('accepts the candidate at that hand', () => {
    const candidate: Candidate = {
      ...{ kind: 'candidate', id: newId(), version: 1, source: 'thử', confidence: null, state: 'open' },
      footprint: { type: 'Polygon', coordinates: [[at(6, 146), at(14, 146), at(14, 154), at(6, 154), at(6, 146)]] },
    };
    const person = walker(aWorld(road, candidate));
    person.do(here(160), here(150));
    expect(person.offers()[0]).toMatchObject({ isNew: false, note: { key: 'tool.walk.candidate' } });
    expect(person.do(left)).toMatchObject({ input: { candidateId: candidate.id, number: '1' } });
  });
  it('tells the numbers passed and ahead, as one walks', () => {
    const person = walker(aWorld(road, ...east));
    person.do(here(160), here(150), left, here(110), left);
    person.do(here(140), here(130));
    const params = { behind: '1', ahead: '3' };
    expect(person.offers()[0]).toMatchObject({
      label: { params: { number: '1A' } },
      more: { key: 'tool.walk.both', params },
    });
    person.do(here(140));
    expect(person.offers()[1]).toMatchObject({ more: { params: { behind: '3', ahead: '1' } } });
    expect(person.labels()).toContain('1A');
  });
  it('takes back one press at a time', () => {
    const person = walker(aWorld(road, ...east, ...west));
    person.do(here(160), here(150), left, right);
    expect(person.status()).toMatchObject({ canTakeBack: true, canUndoPoint: false });
    person.do({ type: 'undo-point' });
    expect(person.numbers()).toEqual(['1']);
    person.do({ type: 'undo-point' }, { type: 'undo-point' });
    expect(person.numbers()).toEqual([]);
    expect(person.status().canTakeBack).toBe(false);
  });
  it('off every road says so and offers nothing that can be pressed', () => {
    const person = walker(aWorld(road, ...east));
    expect(person.status().hintKey).toBe('tool.walk.where');
    person.do(here(150, 100));
    expect(person.status().hintKey).toBe('tool.walk.offRoad');
    expect(person.offers().every(({ isOff }) => isOff)).toBe(true);
    expect(person.do(left)).toBeUndefined();
  });
});
