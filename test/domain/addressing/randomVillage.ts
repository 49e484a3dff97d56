/** Random villages for properties: crossing roads with lanes, alleys, driveways and houses on both sides, in metres. */
import fc from 'fast-check';
import type { Position } from '../../../domain/geometry/shapes.ts';
import type { House } from '../../../domain/records/house.ts';
import type { Road } from '../../../domain/records/road.ts';
import {
  profileDefaults,
  type FilledProfile,
  type FilledProfileOf,
  type ProfileId,
} from '../../../domain/records/numberingProfile.ts';
import { worldOf, type World } from '../../../domain/records/world.ts';
import { aHouse, aRoad, at, aVillage, idOf } from '../builders.ts';

export interface RandomVillage {
  readonly world: World;
  /** The ways of address: all but the driveways. */
  readonly roads: readonly Road[];
  readonly houses: readonly House[];
}

interface Plan {
  readonly roads: readonly {
    readonly turn: number;
    readonly offset: number;
    readonly width: number;
    readonly bend: number;
    /** Without a name, where the profile gives its houses groups. */
    readonly internal: boolean;
  }[];
  readonly lanes: readonly {
    readonly road: number;
    readonly along: number;
    readonly side: number;
    readonly length: number;
  }[];
  readonly alleys: readonly { readonly lane: number; readonly along: number; readonly side: number }[];
  readonly houses: readonly {
    readonly way: number;
    readonly along: number;
    readonly side: number;
    readonly back: number;
  }[];
  /** Off a road or lane, then along behind its houses, with the doors of some that stand back. */
  readonly driveways: readonly {
    readonly way: number;
    readonly along: number;
    readonly side: number;
    /** From the middle of the road to where it begins. */
    readonly gap: number;
    readonly depth: number;
    readonly turn: number;
    readonly length: number;
    readonly doors: readonly { readonly along: number; readonly side: number; readonly back: number }[];
  }[];
  readonly profile: FilledProfile;
}

/** With initials of one word and of two, with Đ, and with none. */
const roadNames = ['Làng', 'Bờ Ao', '3', 'Đền Hàn'];

type Meters = readonly [number, number];

const part = fc.integer({ min: 3, max: 97 }).map((percent) => percent / 100);
const side = fc.constantFrom(-1, 1);

const series = {
  insertion: fc.constantFrom('letter' as const, 'dash' as const),
  skipDStroke: fc.boolean(),
  oneSidedLanes: fc.constantFrom('keep-parity' as const, 'continuous' as const),
  reservePlotWidthMeters: fc.constantFrom(null, 8, 20),
};
const everyProfile = {
  maxEntranceDistanceMeters: fc.constantFrom(80, 150),
  direction: fc.oneof(
    fc.constant({ by: 'compass' } as const),
    fc
      .tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 }))
      .map(([x, y]) => ({ by: 'centre', centre: at(x, y), reason: 'Từ đình làng ra' }) as const),
  ),
  laneNames: fc.constantFrom('adjacent' as const, 'serial' as const, 'own' as const),
  numberRestYears: fc.constantFrom(0, 5),
};

/** Any choices of each profile but the direction as drawn, under which the way a road is drawn is meant to count. */
const profiles: { readonly [I in ProfileId]: fc.Arbitrary<FilledProfileOf<I>> } = {
  'vn-2024': fc.record({ id: fc.constant('vn-2024' as const), ...series, ...everyProfile }),
  metric: fc.record({
    id: fc.constant('metric' as const),
    intervalMeters: fc.constantFrom(1 as const, 10 as const, 20 as const),
    ...everyProfile,
  }),
  groups: fc.record({
    id: fc.constant('groups' as const),
    houseForm: fc.constantFrom('group' as const, 'road-group' as const),
    groupGapMeters: fc.constantFrom(null, 40),
    ...series,
    ...everyProfile,
  }),
};

const planOf = (profile: fc.Arbitrary<FilledProfile>): fc.Arbitrary<Plan> =>
  fc.record({
    roads: fc.array(
      fc.record({
        turn: fc.integer({ min: 0, max: 359 }),
        offset: fc.integer({ min: -150, max: 150 }),
        width: fc.constantFrom(4, 5, 6, 7),
        bend: fc.integer({ min: -60, max: 60 }),
        internal: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    lanes: fc.array(fc.record({ road: fc.nat(9), along: part, side, length: fc.integer({ min: 30, max: 120 }) }), {
      maxLength: 6,
    }),
    alleys: fc.array(fc.record({ lane: fc.nat(9), along: part, side }), { maxLength: 3 }),
    houses: fc.array(fc.record({ way: fc.nat(19), along: part, side, back: fc.integer({ min: 0, max: 12 }) }), {
      minLength: 1,
      maxLength: 40,
    }),
    driveways: fc.array(
      fc.record({
        way: fc.nat(9),
        along: part,
        side,
        gap: fc.integer({ min: 0, max: 3 }),
        depth: fc.integer({ min: 15, max: 60 }),
        turn: side,
        length: fc.integer({ min: 10, max: 60 }),
        doors: fc.array(fc.record({ along: part, side, back: fc.integer({ min: 0, max: 6 }) }), { maxLength: 3 }),
      }),
      { maxLength: 4 },
    ),
    profile,
  });

/** A village under a profile with any of its choices. */
export const randomVillageUnder = (id: ProfileId): fc.Arbitrary<RandomVillage> => planOf(profiles[id]).map(build);

export const profileIds = Object.keys(profileDefaults) as ProfileId[];

function build({ roads, lanes, alleys, houses, driveways, profile }: Plan): RandomVillage {
  const ways: { readonly points: readonly Meters[]; readonly road: Road }[] = [];
  let count = 0;
  const nextId = () => idOf(0x200000 + count++);
  const add = (points: readonly Meters[], fields: Partial<Road>) => {
    const coordinates: Position[] = points.map(([x, y]) => at(x, y));
    const road = aRoad(coordinates[0]!, coordinates.at(-1)!, {
      id: nextId(),
      line: { type: 'LineString', coordinates },
      ...fields,
    });
    ways.push({ points, road });
  };

  roads.forEach(({ turn, offset, width, bend, internal }, index) => {
    const angle = (turn * Math.PI) / 180;
    const point = (along: number, across: number): Meters => [
      along * Math.cos(angle) - across * Math.sin(angle),
      along * Math.sin(angle) + across * Math.cos(angle),
    ];
    const points = [point(-250, offset), point(0, offset + bend), point(250, offset)];
    const name = internal && profile.id === 'groups' ? null : `Đường ${roadNames[index] ?? index}`;
    add(points, { name, widthMeters: width });
  });
  // Two ways drawn in one place are one way drawn twice: which of them a house is on means nothing.
  for (const lane of withoutTwins(lanes, ({ road, along, side }) => `${road % roads.length} ${along} ${side}`)) {
    const parent = ways[lane.road % roads.length]!;
    add(branch(parent.points, lane.along, lane.side, lane.length), {
      class: 'lane',
      parentRoadId: parent.road.id,
      widthMeters: 3,
    });
  }
  const laneCount = ways.length - roads.length;
  for (const alley of laneCount > 0
    ? withoutTwins(alleys, ({ lane, along, side }) => `${lane % laneCount} ${along} ${side}`)
    : []) {
    const parent = ways[roads.length + (alley.lane % laneCount)]!;
    add(branch(parent.points, alley.along, alley.side, 40), {
      class: 'alley',
      parentRoadId: parent.road.id,
      widthMeters: 2,
    });
  }
  const built = houses.map(({ way, along, side: across, back }) => {
    const { points } = ways[way % ways.length]!;
    const [, entrance] = branch(points, along, across, 4 + back);
    return aHouse(at(entrance![0], entrance![1]), { id: nextId() });
  });
  const named = ways.map(({ road }) => road);
  for (const { way, along, side: across, gap, depth, turn, length, doors } of driveways) {
    const parent = ways[way % named.length]!;
    const [[x, y], [endX, endY]] = branch(parent.points, along, across, depth) as readonly [Meters, Meters];
    const [east, north] = [(endX - x) / depth, (endY - y) / depth];
    const corner: Meters = [endX - north * turn * length, endY + east * turn * length];
    add([[x + east * gap, y + north * gap], [endX, endY], corner], { class: 'access', widthMeters: 3 });
    for (const door of doors) {
      const [, entrance] = branch([[endX, endY], corner], door.along, door.side, 2 + door.back);
      built.push(aHouse(at(entrance![0], entrance![1]), { id: nextId() }));
    }
  }
  const village = aVillage({ numberingProfile: profile });
  const all = ways.map(({ road }) => road);
  return { world: worldOf([village, ...all, ...built]), roads: named, houses: built };
}

const withoutTwins = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];

/** A straight way off a bent line at part of its length, to one side, at a right angle. */
function branch(points: readonly Meters[], along: number, side: number, length: number): readonly Meters[] {
  const place = along * (points.length - 1);
  const index = Math.min(points.length - 2, Math.floor(place));
  const [ax, ay] = points[index]!;
  const [bx, by] = points[index + 1]!;
  const t = place - index;
  const size = Math.hypot(bx - ax, by - ay);
  const x = ax + (bx - ax) * t;
  const y = ay + (by - ay) * t;
  return [
    [x, y],
    [x - (side * length * (by - ay)) / size, y + (side * length * (bx - ax)) / size],
  ];
}
