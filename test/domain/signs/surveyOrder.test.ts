import { describe, expect, it } from 'vitest';
import { surveyOrder } from '../../../domain/signs/surveyOrder.ts';
import { aRoad, aSign, at, aWorld } from '../builders.ts';

/** A main road running east, two dead-end lanes going north from it, 30 m apart and 100 m long. */
const main = aRoad(at(-200, 0), at(200, 0));
const lanes = [0, 30].map((east) => aRoad(at(east, 0), at(east, 100), { class: 'lane', parentRoadId: main.id }));
const [mouth, deep, deepOther, far] = [aSign(at(2, 5)), aSign(at(2, 95)), aSign(at(28, 95)), aSign(at(190, 3))];
const world = aWorld(main, ...lanes, mouth, deep, deepOther, far);
const all = [far, deepOther, mouth, deep];
const order = (signs = all, from: Parameters<typeof surveyOrder>[2] = at(-10, 0)) =>
  surveyOrder(world, signs, from).map(({ id }) => id);

describe('the order in which signs are walked past', () => {
  it('goes along the roads, not across the gardens between two lanes', () => {
    // From the mouth the head of the lane is 90 m; the other lane's end is 26 m from there as the crow flies, 217 m on foot.
    expect(order()).toEqual([mouth.id, deep.id, deepOther.id, far.id]);
    // From the head of the first lane: its mouth is on the way to everything else.
    expect(order(all, at(0, 100))).toEqual([deep.id, mouth.id, deepOther.id, far.id]);
  });

  it('without a position begins with the first of the list', () => {
    expect(order(all, null)[0]).toBe(far.id);
    expect(order(all, null)).toHaveLength(4);
    expect(order([], null)).toEqual([]);
  });

  it('joins a lane whose line stops at the kerb of its road', () => {
    const short = aRoad(at(60, 4), at(60, 80), { class: 'lane', parentRoadId: main.id });
    const [inShort, beyond] = [aSign(at(61, 60)), aSign(at(130, 3))];
    const joined = aWorld(main, short, inShort, beyond);
    // 70 m along the road, 123 m into the lane and back.
    expect(surveyOrder(joined, [inShort, beyond], at(60, 0)).map(({ id }) => id)).toEqual([inShort.id, beyond.id]);
    expect(surveyOrder(joined, [inShort, beyond], at(100, 0)).map(({ id }) => id)).toEqual([beyond.id, inShort.id]);
  });

  it('reaches what no road leads to at last, straight across', () => {
    const [field, farField] = [aSign(at(10, 300)), aSign(at(10, 450))];
    const lonely = aWorld(main, mouth, field, farField);
    expect(surveyOrder(lonely, [farField, field, mouth], at(0, 0)).map(({ id }) => id)).toEqual([
      mouth.id,
      field.id,
      farField.id,
    ]);
    const roadless = aWorld(mouth, field);
    expect(surveyOrder(roadless, [field, mouth], at(0, 0)).map(({ id }) => id)).toEqual([mouth.id, field.id]);
  });

  it('does not go along a closed road', () => {
    const shortcut = aRoad(at(0, 100), at(30, 100));
    const open = aWorld(main, ...lanes, shortcut, mouth, deep, deepOther);
    const three = [mouth, deepOther, deep];
    const walked = (of: typeof world) => surveyOrder(of, three, at(0, 90)).map(({ id }) => id);
    expect(walked(open)).toEqual([deep.id, deepOther.id, mouth.id]);
    expect(walked(aWorld(main, ...lanes, { ...shortcut, state: 'closed' }, ...three))).toEqual([
      deep.id,
      mouth.id,
      deepOther.id,
    ]);
  });

  it('walks every sign once, whatever the roads are like', () => {
    const many = Array.from({ length: 60 }, (_, n) => aSign(at(((n * 37) % 380) - 190, ((n * 53) % 120) - 10)));
    const walked = surveyOrder(aWorld(main, ...lanes, ...many), many, at(0, 0)).map(({ id }) => id);
    expect(new Set(walked).size).toBe(60);
    expect([...walked].sort()).toEqual(many.map(({ id }) => id).sort());
  });
});
