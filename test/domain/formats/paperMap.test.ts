import { describe, expect, it } from 'vitest';
import { around, labelPlace, meets, spotBeside, type Spot } from '../../../domain/formats/mapLabels.ts';
import { mapMarks, onPaper } from '../../../domain/formats/paperMap.ts';
import { aHouse, aLandmark, anAddress, aRoad, at, aWorld } from '../builders.ts';

const window = { center: at(0, 0), metersPerMillimeter: 1, widthMillimeters: 100, heightMillimeters: 80 };

describe('a map on paper', () => {
  it('has its middle in the middle and north at the top', () => {
    const toPaper = onPaper(window);
    const [middle, northEast] = [toPaper(at(0, 0)), toPaper(at(10, 20))];
    expect(middle[0]).toBeCloseTo(50, 1);
    expect(middle[1]).toBeCloseTo(40, 1);
    expect(northEast[0]).toBeCloseTo(60, 1);
    expect(northEast[1]).toBeCloseTo(20, 1);
  });

  it('shows the roads that cross it though no vertex is near, and not those that pass by', () => {
    const through = aRoad(at(-400, 0), at(400, 0), { name: 'Đường Đền Hàn' });
    const past = aRoad(at(-400, 300), at(400, 300), { name: 'Đường Xa' });
    const labels = mapMarks(aWorld(through, past), window).flatMap((mark) =>
      mark.kind === 'label' ? [mark.text] : [],
    );
    expect(labels).toEqual(['Đường Đền Hàn']);
  });

  it('leaves out houses that are gone', () => {
    const houses = [aHouse(at(5, 5)), aHouse(at(-5, 5), { state: 'demolished' })];
    expect(mapMarks(aWorld(...houses), window).filter(({ kind }) => kind === 'dot')).toHaveLength(1);
  });

  it('names read from the left, keep clear of what is taken, and are left out where there is no room', () => {
    const line = [
      [90, 40],
      [10, 40],
    ] as const;
    const taken: Spot[] = [{ left: 40, right: 60, top: 35, bottom: 45 }];
    const found = labelPlace(line, 'Ngõ 5', 2.6, window, taken)!;
    expect(Math.abs(found.turnDegrees)).toBe(0);
    expect(found.at[0] < 40 || found.at[0] > 60).toBe(true);
    expect(taken).toHaveLength(2);
    expect(labelPlace(line, 'x'.repeat(200), 2.6, window, taken)).toBeNull();
  });

  it('a landmark is always named: below it, else where neither a symbol nor a name is, with a line from afar', () => {
    const temple = aLandmark(at(0, 0), { name: 'Đền Hàn' });
    const namesIn = (taken: Spot[], landmarks = [temple]) => {
      const marks = mapMarks(aWorld(...landmarks), window, taken);
      return {
        names: marks.flatMap((mark) => (mark.kind === 'label' ? [mark] : [])),
        lines: marks.filter(({ kind }) => kind === 'line'),
      };
    };
    const alone = namesIn([]);
    expect([alone.names[0]!.at[0], alone.names[0]!.at[1] > 41, alone.lines]).toEqual([50, true, []]);
    // A camera below it: the name goes above.
    expect(namesIn([around([50, 42.5], 3)]).names[0]!.at[1]).toBeLessThan(39);
    // Cameras all around: farther off, with a line.
    const crowded = [-4, 0, 4].flatMap((x) => [-3, 0, 3].map((y) => around([50 + x, 40 + y], 3.5)));
    const far = namesIn([...crowded]);
    expect(far.lines).toHaveLength(1);
    const box = around(far.names[0]!.at, 'Đền Hàn'.length * 2.4 * 0.56, 3);
    expect(crowded.some((symbol) => meets(symbol, box))).toBe(false);
    // Everything is full: it is named all the same.
    expect(namesIn([around([50, 40], 100)]).names).toHaveLength(1);
    // Many at one place cover none of the others' names.
    const many = namesIn(
      [],
      [0, 1, 2, 3, 4].map((i) => aLandmark(at(i, 0), { name: `Điểm ${i}` })),
    );
    const boxes = many.names.map((name) => around(name.at, name.text.length * 2.4 * 0.56, 3));
    expect(boxes).toHaveLength(5);
    boxes.forEach((one, i) => expect(boxes.slice(i + 1).some((other) => meets(one, other))).toBe(false));
  });

  it('names of roads leave those of landmarks their places; a number under a symbol is not written', () => {
    const road = aRoad(at(-45, 0), at(45, 0), { name: 'Đường Làng' });
    const taken: Spot[] = [];
    const temple = aLandmark(at(0, 2), { name: 'Đền Hàn' });
    const labels = mapMarks(aWorld(road, temple), window, taken).flatMap((mark) =>
      mark.kind === 'label' ? [mark] : [],
    );
    expect(labels.map(({ text }) => text).sort()).toEqual(['Đường Làng', 'Đền Hàn'].sort());
    const [name, roadName] = ['Đền Hàn', 'Đường Làng'].map((text) => labels.find((label) => label.text === text)!);
    expect(name!.at[0]).toBe(50);
    expect(Math.abs(roadName!.at[0] - 50)).toBeGreaterThan(8);
    const house = aHouse(at(20, 8));
    const numbered = aWorld(road, house, anAddress(house, road, { number: '17' }));
    const textsBeside = (spots: Spot[]) =>
      mapMarks(numbered, window, spots).flatMap((mark) => (mark.kind === 'label' ? [mark.text] : []));
    expect(textsBeside([])).toContain('17');
    expect(textsBeside([around(onPaper(window)(house.entrance), 3)])).not.toContain('17');
  });

  it('a slanting name covers its letters and not the corners beside them', () => {
    const taken: Spot[] = [];
    labelPlace(
      [
        [20, 20],
        [60, 60],
      ],
      'Ngõ Bà Huyện',
      2.6,
      window,
      taken,
    );
    expect(taken.length).toBeGreaterThan(2);
    const [left, right] = [Math.min(...taken.map((spot) => spot.left)), Math.max(...taken.map((spot) => spot.right))];
    const top = Math.min(...taken.map((spot) => spot.top));
    expect(taken.some((spot) => meets(spot, { left: right - 2, right, top, bottom: top + 2 }))).toBe(false);
    expect(taken.some((spot) => meets(spot, { left, right: left + 2, top, bottom: top + 2 }))).toBe(true);
  });

  it('labels beside one point cover neither each other nor the edge', () => {
    const taken: Spot[] = [];
    for (let i = 0; i < 12; i += 1) spotBeside([20, 20], 6, 4, window, taken);
    taken.forEach((a, i) =>
      taken.slice(i + 1).forEach((b) => {
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      }),
    );
    expect(taken).toHaveLength(12);
  });
});
