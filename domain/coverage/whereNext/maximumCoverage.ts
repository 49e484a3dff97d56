/**
 * The choice of the k candidates that add most metres: greedy by what each adds, worked out lazily (Minoux 1978), then
 * exchanged one for another while that adds more. What candidates add only shrinks as others are taken, so the greedy
 * choice adds at least 1 − 1/e of the most that is possible (Nemhauser, Wolsey and Fisher 1978), and the k largest gains
 * left at any step bound it from above.
 */
import TinyQueue from 'tinyqueue';
import type { Id } from '../../records/fields.ts';
import { leastMeters, type Stretch } from '../stretches.ts';

/** What a candidate would cover, by road. */
export type Covers = ReadonlyMap<Id, readonly Stretch[]>;

export interface Choice {
  /** Numbers of the candidates in the order of their gains; those that had to be chosen come first. */
  readonly chosen: readonly number[];
  /** Metres each adds to those before it. */
  readonly gainMeters: readonly number[];
  /** Metres all of them add together. */
  readonly totalMeters: number;
  /** No choice of as many, with the same pinned, can add more than this. */
  readonly boundMeters: number;
}

/** What is covered before anything is chosen adds nothing. `pinned`: chosen whatever they add; `count` is without them. */
export function maximumCoverage(
  candidates: readonly Covers[],
  covered: Covers,
  count: number,
  pinned: readonly number[] = [],
): Choice {
  const atoms = atomsOf(candidates, covered);
  const board = new Board(atoms);
  for (const candidate of pinned) board.take(candidate);
  const first = board.metersTaken;
  const chosen: number[] = [];
  let bound = boundOf(board, count, 0);
  const queue = new TinyQueue(
    candidates.flatMap((_, candidate) =>
      pinned.includes(candidate) ? [] : [{ candidate, gain: board.gain(candidate) }],
    ),
    (one, other) => other.gain - one.gain || one.candidate - other.candidate,
  );
  while (chosen.length < count) {
    const next = queue.pop();
    if (!next) break;
    // It adds no more than it did: one that still adds more than the next ever did is the best.
    const gain = board.gain(next.candidate);
    if (gain < leastMeters) continue;
    if (queue.peek() && gain < queue.peek()!.gain) {
      queue.push({ candidate: next.candidate, gain });
      continue;
    }
    board.take(next.candidate);
    chosen.push(next.candidate);
    bound = Math.min(bound, boundOf(board, count, board.metersTaken - first));
  }
  exchange(board, chosen, pinned);
  bound = Math.min(bound, boundOf(board, count, board.metersTaken - first));
  return { ...inOrder(atoms, pinned, chosen), boundMeters: first + Math.max(bound, board.metersTaken - first) };
}

/** From any choice made: what it covers, and the most that so many more could add to it. */
function boundOf(board: Board, count: number, takenMeters: number): number {
  const gains = board.gains().sort((one, other) => other - one);
  return takenMeters + gains.slice(0, count).reduce((sum, gain) => sum + gain, 0);
}

/** At most so many rounds over all that is chosen. */
const mostRounds = 20;

function exchange(board: Board, chosen: number[], pinned: readonly number[]): void {
  for (let round = 0; round < mostRounds; round += 1) {
    let isBetter = false;
    for (let place = 0; place < chosen.length; place += 1) {
      const before = board.metersTaken;
      const old = chosen[place]!;
      board.giveBack(old);
      let [best, most] = [old, board.gain(old) + leastMeters];
      for (let candidate = 0; candidate < board.count; candidate += 1) {
        if (board.isTaken(candidate) || pinned.includes(candidate)) continue;
        const gain = board.gain(candidate);
        if (gain > most) [best, most] = [candidate, gain];
      }
      board.take(best);
      chosen[place] = best;
      if (board.metersTaken > before + leastMeters) isBetter = true;
    }
    if (!isBetter) return;
  }
}

/** The best first, by what it adds to those before it. */
function inOrder(atoms: Atoms, pinned: readonly number[], chosen: readonly number[]): Omit<Choice, 'boundMeters'> {
  const board = new Board(atoms);
  const order: number[] = [];
  const gainMeters: number[] = [];
  const take = (candidate: number) => {
    gainMeters.push(board.gain(candidate));
    order.push(candidate);
    board.take(candidate);
  };
  for (const candidate of pinned) take(candidate);
  const left = new Set(chosen);
  while (left.size > 0) {
    const best = [...left].reduce((one, other) => (board.gain(other) > board.gain(one) ? other : one));
    left.delete(best);
    take(best);
  }
  return { chosen: order, gainMeters, totalMeters: board.metersTaken };
}

/** Every road cut wherever a candidate begins or ends: between two cuts each covers all or nothing. */
interface Atoms {
  readonly meters: Float64Array;
  /** Pairs of first and one past the last atom, by candidate. */
  readonly ranges: readonly Int32Array[];
  readonly isCovered: Uint8Array;
}

function atomsOf(candidates: readonly Covers[], covered: Covers): Atoms {
  const cutsByRoad = new Map<Id, number[]>();
  for (const covers of [covered, ...candidates]) {
    for (const [roadId, stretches] of covers) {
      let cuts = cutsByRoad.get(roadId);
      if (!cuts) cutsByRoad.set(roadId, (cuts = []));
      for (const { fromMeters, toMeters } of stretches) cuts.push(fromMeters, toMeters);
    }
  }
  const meters: number[] = [];
  const roads = new Map<Id, { readonly cuts: Float64Array; readonly first: number }>();
  for (const [roadId, all] of cutsByRoad) {
    const cuts = Float64Array.from(new Set(all)).sort();
    roads.set(roadId, { cuts, first: meters.length });
    for (let i = 1; i < cuts.length; i += 1) meters.push(cuts[i]! - cuts[i - 1]!);
  }
  const rangesOf = (covers: Covers): Int32Array => {
    const ranges: number[] = [];
    for (const [roadId, stretches] of covers) {
      const { cuts, first } = roads.get(roadId)!;
      for (const { fromMeters, toMeters } of stretches) {
        ranges.push(first + indexIn(cuts, fromMeters), first + indexIn(cuts, toMeters));
      }
    }
    return Int32Array.from(ranges);
  };
  const isCovered = new Uint8Array(meters.length);
  const before = rangesOf(covered);
  for (let i = 0; i < before.length; i += 2) isCovered.fill(1, before[i], before[i + 1]);
  return { meters: Float64Array.from(meters), ranges: candidates.map(rangesOf), isCovered };
}

function indexIn(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which candidates are taken, and how often each atom is covered. */
class Board {
  metersTaken = 0;
  readonly #atoms: Atoms;
  readonly #times: Uint16Array;
  readonly #isTaken: Uint8Array;

  constructor(atoms: Atoms) {
    this.#atoms = atoms;
    this.#times = Uint16Array.from(atoms.isCovered);
    this.#isTaken = new Uint8Array(atoms.ranges.length);
  }

  get count(): number {
    return this.#isTaken.length;
  }

  isTaken(candidate: number): boolean {
    return this.#isTaken[candidate] === 1;
  }

  gain(candidate: number): number {
    const { meters, ranges } = this.#atoms;
    const times = this.#times;
    const range = ranges[candidate]!;
    let gain = 0;
    for (let i = 0; i < range.length; i += 2) {
      for (let atom = range[i]!; atom < range[i + 1]!; atom += 1) if (times[atom] === 0) gain += meters[atom]!;
    }
    return gain;
  }

  gains(): number[] {
    return Array.from({ length: this.count }, (_, candidate) => (this.isTaken(candidate) ? 0 : this.gain(candidate)));
  }

  take(candidate: number): void {
    this.metersTaken += this.gain(candidate);
    this.#isTaken[candidate] = 1;
    this.#add(candidate, 1);
  }

  giveBack(candidate: number): void {
    this.#isTaken[candidate] = 0;
    this.#add(candidate, -1);
    this.metersTaken -= this.gain(candidate);
  }

  #add(candidate: number, times: number): void {
    const range = this.#atoms.ranges[candidate]!;
    for (let i = 0; i < range.length; i += 2) {
      for (let atom = range[i]!; atom < range[i + 1]!; atom += 1) this.#times[atom]! += times;
    }
  }
}
