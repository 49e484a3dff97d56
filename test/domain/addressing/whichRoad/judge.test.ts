import { describe, expect, it } from 'vitest';
import { box, house, inTheWay, judged, judgedHouse, way, type Building, type Place, type Point } from './place.ts';

/** Two parallel streets from west to east, 60 m apart. */
const south = way('South', [
  [-100, 0],
  [100, 0],
]);
const north = way('North', [
  [-100, 60],
  [100, 60],
]);
const place = (ways: Place['ways'], ...buildings: Building[]): Place => ({ ways, buildings });

describe('nothing but distance', () => {
  const near = house('house', box([-5, 10]));

  it('one road alone is taken, whatever else', () => {
    expect(judgedHouse(place([south], near))).toEqual({ road: 'South', reason: 'only-road', runnerUp: null });
  });

  it('of two the nearest, and the other is the runner-up', () => {
    expect(judgedHouse(place([south, north], near))).toEqual({ road: 'South', reason: 'nearest', runnerUp: 'North' });
    expect(judgedHouse(place([south, north], house('house', box([-5, 40])))).road).toBe('North');
  });

  it('nearest to the edge of the road, not to its middle', () => {
    // 24.8 m to the one middle and 25.2 m to the other; of a wider road the edge is the nearer.
    const between = house('house', box([-5, 24.8]));
    const wide = { ...north, widthMeters: 6 };
    expect(judgedHouse(place([south, north], between)).road).toBe('South');
    expect(judgedHouse(place([south, wide], between))).toMatchObject({ road: 'North', reason: 'nearest' });
  });

  it('beyond the reach there is none', () => {
    expect(judgedHouse(place([south], house('house', box([-5, 75]))), 80)).toMatchObject({ road: 'South' });
    expect(judgedHouse(place([south], house('house', box([-5, 85]))), 80)).toMatchObject({ road: null, reason: null });
  });
});

describe('sight', () => {
  // 22 m to the street behind, 25 m to the one in front; the mean of both counts with the middle.
  const set = house('house', box([-5, 24.5], 10, 10));
  const row = Array.from({ length: 5 }, (_, n) => inTheWay(box([-35 + n * 14, 8], 14, 9)));

  it('a nearer road behind a row of houses gives way to the one that is seen', () => {
    expect(judgedHouse(place([south, north], set, ...row))).toEqual({
      road: 'North',
      reason: 'sight',
      runnerUp: 'South',
    });
  });

  it('without the row the nearer road is taken', () => {
    expect(judgedHouse(place([south, north], set))).toMatchObject({ road: 'South', reason: 'nearest' });
  });

  it('sheds and garages hide nothing', () => {
    const sheds = Array.from({ length: 14 }, (_, n) => inTheWay(box([-35 + n * 5, 8], 5, 7)));
    expect(judgedHouse(place([south, north], set, ...sheds))).toMatchObject({ road: 'South', reason: 'nearest' });
  });

  it('what stands behind the house or beside the line hides nothing', () => {
    const behind = [inTheWay(box([-30, 45], 8, 8)), inTheWay(box([30, 8], 20, 9))];
    expect(judgedHouse(place([south, north], set, ...behind))).toMatchObject({ road: 'South', reason: 'nearest' });
  });
});

describe('access', () => {
  const deep = house('house', box([-5, 36], 10, 10));
  const drive = way(null, [
    [0, 35],
    [0, 2],
  ]);

  it('a driveway without a name that ends at the house tells the road it leads to', () => {
    expect(judgedHouse(place([south, north, drive], deep))).toEqual({
      road: 'South',
      reason: 'access',
      runnerUp: 'North',
    });
  });

  it('without the driveway the nearer road is taken', () => {
    expect(judgedHouse(place([south, north], deep))).toMatchObject({ road: 'North', reason: 'nearest' });
  });

  it('a driveway that does not reach the road leads nowhere', () => {
    const short = way(null, [
      [0, 35],
      [0, 8],
    ]);
    expect(judgedHouse(place([south, north, short], deep)).road).toBe('North');
  });

  it('a footpath is no driveway', () => {
    expect(judgedHouse(place([south, north, { ...drive, surface: 'foot' }], deep)).road).toBe('North');
  });

  it('one that ends at another house is that house’s own; whom it only passes by stays where it is', () => {
    const other = house('other', box([-6, 22], 12, 10));
    const passing = way(null, [
      [20, 2],
      [20, 33],
      [8, 33],
    ]);
    const both = judged(place([south, north, passing], other, house('house', box([22, 38], 10, 10))));
    expect(both['other']!.road).toBe('South');
    expect(both['house']!).toMatchObject({ road: 'North', reason: 'nearest' });
    // The same way drawn on to the house is its own.
    const ending = way(null, [
      [20, 2],
      [20, 33],
      [26, 37],
    ]);
    const own = judged(place([south, north, ending], other, house('house', box([22, 38], 10, 10))));
    expect(own['house']!).toMatchObject({ road: 'South', reason: 'access' });
  });

  it('driveways that meet lead on in each other, as far as a road', () => {
    const first = way(null, [
      [30, 2],
      [30, 30],
    ]);
    const second = way(null, [
      [30, 30],
      [0, 35],
    ]);
    expect(judgedHouse(place([south, north, first, second], deep))).toMatchObject({ road: 'South', reason: 'access' });
    expect(judgedHouse(place([south, north, second], deep)).road).toBe('North');
  });

  it('a road out of reach is still the one a driveway leads to', () => {
    const far = house('house', box([-5, 120], 10, 10));
    const long = way(null, [
      [0, 119],
      [0, 2],
    ]);
    expect(judgedHouse(place([south, long], far))).toMatchObject({ road: 'South', reason: 'access' });
    expect(judgedHouse(place([south], far)).road).toBeNull();
  });
});

describe('a path', () => {
  const beside = house('house', box([-5, 30], 10, 10));

  it('for feet gives way to a street farther off', () => {
    const foot = { ...north, surface: 'foot' } as const;
    expect(judgedHouse(place([south, foot], beside))).toEqual({
      road: 'South',
      reason: 'not-a-path',
      runnerUp: 'North',
    });
    expect(judgedHouse(place([south, north], beside))).toMatchObject({ road: 'North', reason: 'nearest' });
  });

  it('where there is nothing else the path is taken', () => {
    expect(judgedHouse(place([{ ...north, surface: 'foot' }], beside))).toMatchObject({ road: 'North' });
  });
});

describe('a row of houses whose walls touch', () => {
  /** A corner house a little nearer to the side street than to the street its row stands on. */
  const street = way('Street', [
    [-100, 0],
    [40, 0],
  ]);
  const side = way('Side', [
    [25, 100],
    [25, -60],
  ]);
  const row = (count: number) =>
    Array.from({ length: count }, (_, n) => house(`row ${n}`, box([3 - 8 * (n + 1), 13], 8, 10)));
  const corner = house('house', box([3, 13.2], 9, 10));

  it('stays on one road: the last house goes with its neighbours', () => {
    expect(judgedHouse(place([street, side], corner, ...row(4)))).toEqual({
      road: 'Street',
      reason: 'row',
      runnerUp: 'Side',
    });
  });

  it('alone it is on the nearer road', () => {
    expect(judgedHouse(place([street, side], corner))).toMatchObject({ road: 'Side', reason: 'nearest' });
  });

  it('buildings that are no houses have no say', () => {
    const sheds = row(4).map(({ ring }) => inTheWay(ring));
    expect(judgedHouse(place([street, side], corner, ...sheds))).toMatchObject({ road: 'Side' });
  });

  it('nor have houses beyond another road: they are in another row', () => {
    const long = way('Street', [
      [-100, 0],
      [150, 0],
    ]);
    const beyond = (east: number) =>
      Array.from({ length: 5 }, (_, n) => house(`row ${n}`, box([east + 8 * n, 8], 8, 10)));
    expect(judgedHouse(place([long, side], corner, ...beyond(30))).road).toBe('Side');
    // As far off on this side of it they have.
    expect(judgedHouse(place([long, side], corner, ...beyond(-55)))).toMatchObject({ road: 'Street', reason: 'row' });
  });
});

describe('a corner where one road ends on another that goes on', () => {
  const street = way('Street', [
    [-100, 0],
    [100, 0],
  ]);
  const side = way('Side', [
    [20, 100],
    [20, 0],
  ]);
  /** 8 m from the edge of the street, 6 m from that of the side road. */
  const at = (north: number) => house('house', box([1.5, north], 10, 10));

  it('the one that goes on counts, where both are about equally near', () => {
    expect(judgedHouse(place([street, side], at(10.5)))).toEqual({
      road: 'Street',
      reason: 'goes-on',
      runnerUp: 'Side',
    });
  });

  it('where both go on, or the corner is far, the nearer one', () => {
    const across = way('Side', [
      [20, 100],
      [20, -100],
    ]);
    expect(judgedHouse(place([street, across], at(10.5)))).toMatchObject({ road: 'Side', reason: 'nearest' });
    expect(judgedHouse(place([street, side], at(45)))).toMatchObject({ road: 'Side', reason: 'nearest' });
  });

  it('a door on the side road stays there', () => {
    const doored = { ...at(10.5), point: [11.5, 15.5] as Point, isDoor: true };
    expect(judgedHouse(place([street, side], doored))).toMatchObject({ road: 'Side' });
  });
});

describe('where the door is known', () => {
  const street = way('Street', [
    [-100, 0],
    [100, 0],
  ]);
  const side = way(
    'Side',
    [
      [0, 100],
      [0, 0],
    ],
    { widthMeters: 8 },
  );
  /** On the corner: so far from the edge of each. */
  const door = (fromStreet: number, fromSide: number): Building => ({
    house: 'house',
    ring: [],
    point: [4 + fromSide, 2 + fromStreet],
    isDoor: true,
  });

  it('of two edges equally near, within two metres, the wider road counts (RULES R3)', () => {
    expect(judgedHouse(place([street, side], door(6, 7.5)))).toEqual({
      road: 'Side',
      reason: 'wider-at-corner',
      runnerUp: 'Street',
    });
    expect(judgedHouse(place([street, side], door(6, 8.5)))).toMatchObject({ road: 'Street', reason: 'nearest' });
  });

  it('of roads equally wide the nearer one', () => {
    expect(judgedHouse(place([street, { ...side, widthMeters: 4 }], door(6, 5))).road).toBe('Street');
  });

  it('the door decides where the footprint would say otherwise', () => {
    const ring = box([3, 13], 12, 10);
    const ways = [
      way('Street', [
        [-100, 0],
        [100, 0],
      ]),
      way('Side', [
        [20, 100],
        [20, 0],
      ]),
    ];
    expect(judgedHouse(place(ways, house('house', ring)))).toMatchObject({ road: 'Side' });
    const facing = house('house', ring, { point: [5, 13], isDoor: true });
    expect(judgedHouse(place(ways, facing))).toMatchObject({ road: 'Street' });
    // A point inside that nobody has called a door is not one.
    expect(judgedHouse(place(ways, { ...facing, isDoor: false }))).toMatchObject({ road: 'Side' });
  });

  it('a door that faces away from the nearer road is on the one it faces', () => {
    // 12 m to the street behind the house, and the line there goes through the house; 16 m to the one in front.
    const behind = way('Behind', [
      [-100, 0],
      [100, 0],
    ]);
    const front = way('Front', [
      [-100, 32],
      [100, 32],
    ]);
    const ring = box([-5, 4], 10, 10);
    const away = house('house', ring, { point: [0, 14], isDoor: true });
    expect(judgedHouse(place([behind, front], away))).toMatchObject({ road: 'Front', reason: 'sight' });
    // With no house around the door nothing is in the way.
    expect(judgedHouse(place([behind, front], { ...away, ring: [] }))).toMatchObject({ road: 'Behind' });
  });

  it('neighbours have no say', () => {
    const ways = [
      way('Street', [
        [-100, 0],
        [40, 0],
      ]),
      way('Side', [
        [25, 100],
        [25, 0],
      ]),
    ];
    const row = Array.from({ length: 4 }, (_, n) => house(`row ${n}`, box([3 - 8 * (n + 1), 13], 8, 10)));
    const corner = house('house', box([3, 13], 9, 10), { point: [12, 18], isDoor: true });
    expect(judgedHouse(place(ways, corner, ...row))).toMatchObject({ road: 'Side', reason: 'nearest' });
  });
});

describe('the end of a dead end', () => {
  const through = (end: number) =>
    way('Lane', [
      [0, 0],
      [0, end],
    ]);
  const cross = way('Cross', [
    [-100, 92],
    [100, 92],
  ]);
  const points: Point[] = box([-5, 60], 10, 10);

  it('a house past it is rather on a road that runs along it, a little farther off', () => {
    // 18 m past the end of the lane, 20 m beside the other road.
    expect(judgedHouse(place([through(40), cross], house('house', points)))).toMatchObject({
      road: 'Cross',
      reason: 'along',
    });
  });

  it('where the lane goes on past the house it is on the lane', () => {
    const on = [
      way('Lane', [
        [0, 0],
        [0, 40],
      ]),
      way('Lane', [
        [0, 40],
        [-30, 58],
      ]),
    ];
    expect(judgedHouse(place([...on, cross], house('house', points))).road).toBe('Lane');
  });
});
