/** Which signs a village needs beyond those it has, where each stands and why: the plan a person accepts, moves or drops. */
import type { Position } from '../geometry/shapes.ts';
import { lengthOf, type Meters } from '../geometry/localFrame.ts';
import { roundPosition } from '../geometry/rounding.ts';
import { groupedBy } from '../grouped.ts';
import type { Id } from '../records/fields.ts';
import type { Sign, SignKind } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import { bestCover, type Cover, type CoverProblem } from './cover.ts';
import { groundOf } from './ground.ts';
import { junctionsOf, type Junction } from './junctions.ts';
import { endNeeds, junctionNeeds, landmarkNeeds, type Need } from './needs.ts';
import { platesOn, servedFrom, standingPlates, type SitedPlate } from './plates.ts';
import { placesAt, placesAlong, type Ground, type PostPlace } from './postPlaces.ts';
import { plateCost, postCost, vietnamSigns, type SignProfile } from './profile.ts';
import { longStretches } from './longStretches.ts';
import { facesOf } from './signFaces.ts';

export interface SignProposal {
  readonly signKind: SignKind;
  readonly place: Position;
  /** Where the first face looks: degrees clockwise from north. */
  readonly facingDegrees: number;
  readonly faces: readonly string[];
  readonly post: 'new' | 'existing-pole';
  readonly roadId: Id;
  readonly landmarkId: Id | null;
  /** Every need it serves, and those that nothing else would serve: what would be unreadable without it. */
  readonly serves: readonly Need[];
  readonly alone: readonly Need[];
}

/**
 * no-place: no post may stand near; hidden: a building stands between; no-angle: from no place can it be read in passing;
 * refused: only where somebody said that no sign shall stand.
 */
export type UnservedReason = 'no-place' | 'hidden' | 'no-angle' | 'refused';

export interface SignPlan {
  readonly junctions: readonly Junction[];
  readonly needs: readonly Need[];
  readonly proposals: readonly SignProposal[];
  /** What each standing or planned sign serves. */
  readonly standing: readonly { readonly sign: Sign; readonly serves: readonly Need[] }[];
  readonly unserved: readonly { readonly need: Need; readonly reason: UnservedReason }[];
}

/** Junctions so near to each other are looked at together: one post may serve both. */
const togetherMeters = 20;
/** Where a sign of an end or a long stretch may stand, along the road from there. */
const endSteps = [2, 6, 10, 14] as const;
const stretchSteps = [-9, -6, -3, 0, 3, 6, 9] as const;

/** `refused`: places where no sign shall stand, whatever the rules say: another place is looked for, `refusedMeters` off. */
export function siteSigns(
  world: World,
  profile: SignProfile = vietnamSigns,
  refused: readonly Position[] = [],
): SignPlan {
  const ground = refusing(groundOf(world, profile), refused);
  const junctions = junctionsOf(world);
  const needs = lastingNeeds(ground, junctions);
  const standing = standingPlates(ground, needs);
  const first = solved(ground, needs, standing);
  const repeats = longStretches(ground, [...standing, ...first.plates]);
  const all = [...needs, ...repeats];
  const keptToo = standingPlates(ground, all);
  const second = solved(ground, repeats, [...keptToo, ...first.plates]);
  const plates = withoutSpared(ground, [...first.plates, ...second.plates], keptToo, all);
  const servers = countServers([...keptToo, ...plates]);
  return {
    junctions,
    needs: all,
    proposals: plates.map((plate) => proposalOf(ground, plate, servers)),
    standing: keptToo.flatMap(({ sign, serves }) => (sign ? [{ sign, serves }] : [])),
    unserved: [...first.unserved, ...second.unserved],
  };
}

/** What must be readable wherever signs stand: all but repeats. */
function lastingNeeds({ world, profile, frame }: Ground, junctions: readonly Junction[]): readonly Need[] {
  return [
    ...junctions.flatMap((junction) => junctionNeeds(world, profile, frame, junction)),
    ...landmarkNeeds(world, profile, frame, junctions),
    ...endNeeds(world, profile, frame, junctions),
  ];
}

/** What must be readable in a village with no signs but its own: repeats where these leave a road long without its name. */
export function needsOf(ground: Ground): readonly Need[] {
  const needs = lastingNeeds(ground, junctionsOf(ground.world));
  return [...needs, ...longStretches(ground, standingPlates(ground, needs))];
}

interface Solved {
  readonly plates: readonly SitedPlate[];
  readonly unserved: SignPlan['unserved'];
}

/** The needs that nothing standing serves, group by group of places near each other. */
function solved(ground: Ground, needs: readonly Need[], standing: readonly SitedPlate[]): Solved {
  const served = new Set(standing.flatMap(({ serves }) => serves));
  const plates: SitedPlate[] = [];
  const unserved: { need: Need; reason: UnservedReason }[] = [];
  for (const group of groupsOf(needs.filter((need) => !served.has(need)))) {
    const { plates: found, posts, cover } = coveringPlates(ground, group)!;
    plates.push(...found);
    for (const index of cover.unserved)
      unserved.push({ need: group[index]!, reason: reasonOf(ground, group[index]!, posts) });
  }
  return { plates, unserved };
}

/** The best plates for some needs that are near each other; null where `solve` finds no answer. */
export function coveringPlates(
  ground: Ground,
  needs: readonly Need[],
  solve: (problem: CoverProblem) => Cover | null = bestCover,
): { readonly plates: readonly SitedPlate[]; readonly posts: readonly PostPlace[]; readonly cover: Cover } | null {
  const posts = distinctPlaces(ground, needs);
  const options = posts.flatMap((post) => platesOn(ground, post, needs));
  const cover = solve({
    needCount: needs.length,
    posts: posts.map(({ poleId }) => (poleId === null ? postCost.new : postCost.existing)),
    plates: options.map(({ post, turnCost, serves }) => ({
      post: posts.indexOf(post),
      cost: plateCost + turnCost,
      serves: serves.map((need) => needs.indexOf(need)),
    })),
  });
  return cover && { plates: cover.plates.map((index) => options[index]!), posts, cover };
}

/** A plate nearer than this to a refused place stands there all the same. */
export const refusedMeters = 3;

const refusing = (ground: Ground, refused: readonly Position[]): Ground => {
  const places = refused.map((place) => ground.frame.toMeters(place));
  const isNear = ([x, y]: Meters) => places.some((place) => lengthOf(place[0] - x, place[1] - y) < refusedMeters);
  return places.length === 0 ? ground : { ...ground, isRefused: isNear };
};

/** Where posts for a need may stand. */
function placesFor(ground: Ground, { kind, spot }: Need): readonly PostPlace[] {
  if ('junction' in spot) return placesAt(ground, spot.junction);
  return placesAlong(ground, spot.along, kind === 'end' ? endSteps : stretchSteps);
}

/** One look at a junction however many needs it has; poles of the same place are one. */
function distinctPlaces(ground: Ground, needs: readonly Need[]): readonly PostPlace[] {
  const spots = new Map<unknown, Need>();
  for (const need of needs) spots.set('junction' in need.spot ? need.spot.junction : need.at.join(), need);
  const places = new Map<string, PostPlace>();
  for (const need of spots.values()) {
    for (const place of placesFor(ground, need)) {
      if (ground.isRefused?.(place.place)) continue;
      const key = place.place.map((meters) => Math.round(meters * 2)).join();
      if (!places.has(key)) places.set(key, place);
    }
  }
  return [...places.values()];
}

/** Needs whose places are near each other, directly or by others between. */
export function groupsOf(needs: readonly Need[]): readonly (readonly Need[])[] {
  const groups: Need[][] = [];
  for (const need of needs) {
    const near = groups.filter((group) =>
      group.some(({ at }) => lengthOf(at[0] - need.at[0], at[1] - need.at[1]) <= togetherMeters),
    );
    const joined = [need, ...near.flat()];
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups;
}

/** A plate put up for one junction may serve the next: those that can be spared are taken away, the dearest first. */
function withoutSpared(
  ground: Ground,
  plates: readonly SitedPlate[],
  standing: readonly SitedPlate[],
  needs: readonly Need[],
): readonly SitedPlate[] {
  const bySubject = groupedBy(needs, ({ subject }) => subject.key);
  const all = plates.map((plate) => ({
    ...plate,
    serves: servedFrom(ground, plate, bySubject.get(plate.subject.key) ?? []),
  }));
  const servers = countServers([...standing, ...all]);
  const cost = ({ post, turnCost: turn }: SitedPlate) =>
    (post.poleId === null ? postCost.new : postCost.existing) + turn;
  const spared = new Set<SitedPlate>();
  for (const plate of [...all].sort((a, b) => cost(b) - cost(a))) {
    if (plate.serves.some((need) => servers.get(need)! < 2)) continue;
    spared.add(plate);
    for (const need of plate.serves) servers.set(need, servers.get(need)! - 1);
  }
  return all.filter((plate) => !spared.has(plate));
}

/** By how many plates each need is served. */
export function countServers(plates: Iterable<Pick<SitedPlate, 'serves'>>): Map<Need, number> {
  const servers = new Map<Need, number>();
  for (const { serves } of plates) for (const need of serves) servers.set(need, (servers.get(need) ?? 0) + 1);
  return servers;
}

function proposalOf({ world, frame }: Ground, plate: SitedPlate, servers: ReadonlyMap<Need, number>): SignProposal {
  const { subject, post, facingDegrees, serves } = plate;
  return {
    signKind: subject.signKind,
    place: roundPosition(frame.toDegrees(post.place)),
    facingDegrees,
    faces: facesOf(world, plate),
    post: post.poleId === null ? 'new' : 'existing-pole',
    roadId: subject.roadId,
    landmarkId: subject.landmarkId,
    serves,
    alone: serves.filter((need) => servers.get(need) === 1),
  };
}

function reasonOf(ground: Ground, need: Need, posts: readonly PostPlace[]): UnservedReason {
  if (ground.isRefused && placesFor(ground, need).some((post) => platesOn(ground, post, [need]).length > 0))
    return 'refused';
  if (posts.length === 0) return 'no-place';
  const open: Ground = { ...ground, walls: { ...ground.walls, blocks: () => false } };
  return posts.some((post) => platesOn(open, post, [need]).length > 0) ? 'hidden' : 'no-angle';
}
