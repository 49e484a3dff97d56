/**
 * The fewest posts whose plates serve every need, and of those the cheapest. Exact for a junction: sets of posts are tried
 * by rising size; for many posts greedy, then improved until nothing can be taken away or exchanged.
 */

export interface Plate {
  readonly post: number;
  readonly cost: number;
  /** Indices of needs. */
  readonly serves: readonly number[];
}

export interface CoverProblem {
  readonly needCount: number;
  /** Cost of each post. */
  readonly posts: readonly number[];
  readonly plates: readonly Plate[];
}

export interface Cover {
  /** Indices into the problem's plates, rising. */
  readonly plates: readonly number[];
  readonly posts: number;
  readonly cost: number;
  /** Needs no plate serves. */
  readonly unserved: readonly number[];
  readonly isExact: boolean;
}

/** Sets of posts tried before giving up on exactness. */
const mostSets = 60_000;

export function bestCover(problem: CoverProblem): Cover {
  return exactCover(problem) ?? greedyCover(problem);
}

/** Null where there are too many sets of posts to try. */
export function exactCover(problem: CoverProblem): Cover | null {
  const { needed, unserved, reach, useful } = prepared(problem);
  if (needed.size === 0) return coverOf(problem, [], unserved, true);
  let tried = 0;
  for (let size = 1; size <= useful.length; size += 1) {
    let best: { readonly plates: readonly number[]; readonly cost: number } | null = null;
    const chosen: number[] = [];
    const go = (from: number, left: ReadonlySet<number>): boolean => {
      if (left.size === 0) {
        const plates = cheapestPlates(problem, new Set(chosen), needed);
        const cost = costOf(problem, plates);
        if (!best || cost < best.cost) best = { plates, cost };
        return true;
      }
      if (chosen.length === size) return true;
      for (let i = from; i < useful.length; i += 1) {
        if ((tried += 1) > mostSets) return false;
        const post = useful[i]!;
        const rest = new Set([...left].filter((need) => !reach[post]!.has(need)));
        if (rest.size === left.size) continue;
        chosen.push(post);
        const isDone = go(i + 1, rest);
        chosen.pop();
        if (!isDone) return false;
      }
      return true;
    };
    if (!go(0, needed)) return null;
    const found = best as { readonly plates: readonly number[] } | null;
    if (found) return coverOf(problem, found.plates, unserved, true);
  }
  return null;
}

export function greedyCover(problem: CoverProblem): Cover {
  const { needed, unserved, reach, useful } = prepared(problem);
  const chosen = new Set<number>();
  const left = new Set(needed);
  while (left.size > 0) {
    let best = -1;
    let most = 0;
    for (const post of useful) {
      const served = [...reach[post]!].filter((need) => left.has(need)).length;
      if (served > most || (served === most && most > 0 && problem.posts[post]! < problem.posts[best]!))
        [best, most] = [post, served];
    }
    chosen.add(best);
    for (const need of reach[best]!) left.delete(need);
  }
  improve(problem, chosen, needed, reach, useful);
  return coverOf(problem, cheapestPlates(problem, chosen, needed), unserved, false);
}

/** Takes away what is not needed, puts one post in the place of two, and a cheaper one in the place of one. */
function improve(
  problem: CoverProblem,
  chosen: Set<number>,
  needed: ReadonlySet<number>,
  reach: readonly ReadonlySet<number>[],
  useful: readonly number[],
): void {
  const covers = (posts: Iterable<number>) => {
    const left = new Set(needed);
    for (const post of posts) for (const need of reach[post]!) left.delete(need);
    return left.size === 0;
  };
  const without = (...gone: readonly number[]) => [...chosen].filter((post) => !gone.includes(post));
  const step = (): boolean => {
    for (const post of chosen) if (covers(without(post))) return chosen.delete(post);
    const now = [...chosen];
    for (const [i, one] of now.entries()) {
      for (const other of now.slice(i + 1)) {
        const instead = useful.find((post) => !chosen.has(post) && covers([...without(one, other), post]));
        if (instead === undefined) continue;
        chosen.delete(one);
        chosen.delete(other);
        chosen.add(instead);
        return true;
      }
    }
    const cost = (posts: Iterable<number>) => costOf(problem, cheapestPlates(problem, new Set(posts), needed));
    const before = cost(chosen);
    for (const one of now) {
      for (const post of useful) {
        if (chosen.has(post) || !covers([...without(one), post])) continue;
        if (cost([...without(one), post]) >= before) continue;
        chosen.delete(one);
        chosen.add(post);
        return true;
      }
    }
    return false;
  };
  while (step());
}

/** Of the plates on these posts the cheapest that serve what the posts can serve; no plate of them can be spared. */
function cheapestPlates(
  { plates }: CoverProblem,
  posts: ReadonlySet<number>,
  needed: ReadonlySet<number>,
): readonly number[] {
  const on = plates.map((plate, index) => ({ ...plate, index })).filter(({ post }) => posts.has(post));
  return apart(on, needed).flatMap(cheapestTogether);
}

interface Together {
  readonly needs: ReadonlySet<number>;
  readonly plates: readonly (Plate & { readonly index: number })[];
}

/** Needs that share no plate, directly or by others between, are decided apart: those of one name, as a rule. */
function apart(on: Together['plates'], needed: ReadonlySet<number>): readonly Together[] {
  const parts: { needs: Set<number>; plates: (Plate & { readonly index: number })[] }[] = [];
  for (const plate of on) {
    const own = plate.serves.filter((need) => needed.has(need));
    if (own.length === 0) continue;
    const touched = parts.filter(({ needs }) => own.some((need) => needs.has(need)));
    const joined = { needs: new Set(own), plates: [plate] };
    for (const part of touched) {
      for (const need of part.needs) joined.needs.add(need);
      joined.plates.push(...part.plates);
      parts.splice(parts.indexOf(part), 1);
    }
    parts.push(joined);
  }
  return parts;
}

/** Exact up to this many choices: more are never made for the plates of one name at one place. */
const mostChoices = 2000;

function cheapestTogether({ needs, plates: on }: Together): readonly number[] {
  let best: readonly number[] = [];
  let bestCost = Infinity;
  let choices = 0;
  const go = (left: ReadonlySet<number>, chosen: readonly number[], cost: number): void => {
    if (cost >= bestCost) return;
    const need = rarest(left, on);
    if (need === undefined) {
      [best, bestCost] = [chosen, cost];
      return;
    }
    if ((choices += 1) > mostChoices && bestCost < Infinity) return;
    const gain = ({ serves }: Plate) => serves.filter((one) => left.has(one)).length;
    const serving = on
      .filter(({ serves }) => serves.includes(need))
      .map((plate) => ({ plate, gained: gain(plate) }))
      .sort((a, b) => b.gained - a.gained || a.plate.cost - b.plate.cost);
    for (const { plate } of serving) {
      const rest = new Set([...left].filter((one) => !plate.serves.includes(one)));
      go(rest, [...chosen, plate.index], cost + plate.cost);
    }
  };
  go(needs, [], 0);
  return best;
}

/** The need with the fewest plates: deciding it first decides most. */
function rarest(left: ReadonlySet<number>, on: readonly Plate[]): number | undefined {
  let found: number | undefined;
  let fewest = Infinity;
  for (const need of left) {
    let count = 0;
    for (const { serves } of on) if (serves.includes(need)) count += 1;
    if (count < fewest) [found, fewest] = [need, count];
  }
  return found;
}

function prepared({ needCount, posts, plates }: CoverProblem) {
  const reach = posts.map(() => new Set<number>());
  for (const { post, serves } of plates) for (const need of serves) reach[post]!.add(need);
  const needed = new Set(reach.flatMap((of) => [...of]));
  const unserved = Array.from({ length: needCount }, (_, need) => need).filter((need) => !needed.has(need));
  return { reach, needed, unserved, useful: usefulPosts({ posts, plates }, reach) };
}

/** Those no other post beats plate by plate. */
function usefulPosts(
  { posts, plates }: Pick<CoverProblem, 'posts' | 'plates'>,
  reach: readonly ReadonlySet<number>[],
): readonly number[] {
  const of = posts.map((_, post) => plates.filter((plate) => plate.post === post));
  const isBeaten = (post: number, by: number) =>
    posts[by]! <= posts[post]! &&
    reach[by]!.size >= reach[post]!.size &&
    of[post]!.every(({ serves, cost }) =>
      of[by]!.some((other) => other.cost <= cost && serves.every((need) => other.serves.includes(need))),
    );
  const kept: number[] = [];
  for (const [post, served] of reach.entries()) {
    if (served.size === 0 || kept.some((by) => isBeaten(post, by))) continue;
    for (const before of kept.filter((one) => isBeaten(one, post))) kept.splice(kept.indexOf(before), 1);
    kept.push(post);
  }
  return kept;
}

const costOf = ({ posts, plates }: CoverProblem, chosen: readonly number[]): number => {
  const used = new Set(chosen.map((index) => plates[index]!.post));
  return (
    [...used].reduce((sum, post) => sum + posts[post]!, 0) + chosen.reduce((sum, index) => sum + plates[index]!.cost, 0)
  );
};

function coverOf(
  problem: CoverProblem,
  chosen: readonly number[],
  unserved: readonly number[],
  isExact: boolean,
): Cover {
  const plates = [...chosen].sort((a, b) => a - b);
  const posts = new Set(plates.map((index) => problem.plates[index]!.post)).size;
  return { plates, posts, cost: costOf(problem, plates), unserved, isExact };
}
