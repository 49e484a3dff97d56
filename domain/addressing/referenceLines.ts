/**
 * The lines along which a named road is measured: its pieces joined where their ends meet, as a map cuts a road at each
 * bridge and change of surface and draws the pieces in any direction. What cannot be one line is told, not guessed: each
 * fork and each part that lies apart has a measure of its own.
 */
import { bearingDegrees, positionAt } from '../geometry/line.ts';
import { distanceMeters } from '../geometry/localFrame.ts';
import { locate } from '../geometry/locate.ts';
import { boxDistanceMeters, measureLine } from '../geometry/measuredLine.ts';
import { roundLine } from '../geometry/rounding.ts';
import type { LineString, Position } from '../geometry/shapes.ts';
import { lineProblem } from '../geometry/validity.ts';

export interface Piece {
  readonly line: LineString;
  /** The features it comes from. */
  readonly sources: readonly number[];
}

/**
 * gap-bridged: the line goes straight over a stretch nobody drew; second-carriageway: runs beside the line that is
 * measured; fork: begins or ends on a line of the same name; crosses-itself: met, but would have crossed itself.
 */
export type LineNoteCode = 'gap-bridged' | 'second-carriageway' | 'fork' | 'crosses-itself';

export interface LineNote {
  readonly code: LineNoteCode;
  /** The features it is about. */
  readonly sources: readonly number[];
  readonly meters?: number;
}

export interface ReferenceLines {
  /** Each has a measure of its own; the longest first. */
  readonly lines: readonly Piece[];
  /** Lead to the same houses, but nothing is measured on them. */
  readonly secondCarriageways: readonly Piece[];
  readonly notes: readonly LineNote[];
}

/** Ends nearer than this are one place: lines traced by hand, or from different days. */
const snapMeters = 2;
/** A gap no longer than this, and straight on, is a stretch somebody forgot. */
const longestGapMeters = 40;
const sharpestGapTurnDegrees = 45;
/** A piece all of which lies this near another of its name, for at least this long, is the other carriageway. */
const carriagewayMeters = 25;
const shortestCarriagewayMeters = 40;

/** The pieces of one road. */
export function referenceLines(pieces: readonly Piece[]): ReferenceLines {
  const notes: LineNote[] = [];
  const { single, secondCarriageways } = withoutSecondCarriageways(snapEnds([...pieces].sort(byPlace)));
  for (const { sources } of secondCarriageways) notes.push({ code: 'second-carriageway', sources });
  const joined = joinPieces(single);
  if (joined.keptApart.length > 0) notes.push({ code: 'crosses-itself', sources: joined.keptApart });
  const lines = bridgeGaps(joined.pieces, notes).sort((a, b) => lengthOf(b) - lengthOf(a));
  lines.forEach((line, index) => {
    const touched = lines.some(
      (other, at) => at !== index && (touches(line, other) || (at < index && meet(line, other))),
    );
    if (touched) notes.push({ code: 'fork', sources: line.sources });
  });
  return { lines, secondCarriageways, notes };
}

/** What is joined first, and where ends that nearly meet are put, must not depend on the order in which pieces come. */
function byPlace(a: Piece, b: Piece): number {
  const [one, other] = [a.line.coordinates, b.line.coordinates];
  for (let i = 0; i < one.length && i < other.length; i += 1) {
    const order = one[i]![0] - other[i]![0] || one[i]![1] - other[i]![1];
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

const lengthOf = ({ line }: Piece): number => measureLine(line).lengthMeters;
const endsOf = ({ line }: Piece): readonly [Position, Position] => [line.coordinates[0]!, line.coordinates.at(-1)!];

/** An end of the one lies on the other, not at its ends. */
const touches = (one: Piece, other: Piece): boolean =>
  endsOf(one).some((end) => {
    if (boxDistanceMeters(measureLine(other.line), end) > snapMeters) return false;
    const place = locate(measureLine(other.line), end);
    return place.distanceMeters <= snapMeters && !place.atEnd;
  });

const meet = (one: Piece, other: Piece): boolean =>
  endsOf(one).some((a) => endsOf(other).some((b) => distanceMeters(a, b) <= snapMeters));

/** Ends of pieces that lie within the tolerance of another end take its place. */
function snapEnds(pieces: readonly Piece[]): Piece[] {
  const places: Position[] = [];
  const snapped = (end: Position): Position => {
    const known = places.find((place) => distanceMeters(place, end) <= snapMeters);
    if (!known) places.push(end);
    return known ?? end;
  };
  return pieces.map((piece) => {
    const [first, ...rest] = piece.line.coordinates;
    const last = rest.pop()!;
    const line = roundLine({ type: 'LineString', coordinates: [snapped(first!), ...rest, snapped(last)] });
    // A piece shorter than the tolerance would vanish.
    return lineProblem(line) ? piece : { ...piece, line };
  });
}

/** Of two pieces that run beside each other the longer is measured. */
function withoutSecondCarriageways(pieces: readonly Piece[]) {
  const longestFirst = [...pieces].sort((a, b) => lengthOf(b) - lengthOf(a));
  const single: Piece[] = [];
  const secondCarriageways: Piece[] = [];
  for (const piece of longestFirst) {
    const isSecond = single.some((other) => runsBeside(piece, other));
    (isSecond ? secondCarriageways : single).push(piece);
  }
  return { single, secondCarriageways };
}

/** Every tenth of it lies beside the other, at about the same distance from it, without touching it. */
function runsBeside(piece: Piece, other: Piece): boolean {
  const length = lengthOf(piece);
  if (length < shortestCarriagewayMeters) return false;
  const line = measureLine(other.line);
  let [before, forward, backward] = [Number.NaN, 0, 0];
  for (let tenth = 1; tenth < 10; tenth += 1) {
    const { position } = positionAt(piece.line, (length * tenth) / 10);
    if (boxDistanceMeters(line, position) > carriagewayMeters) return false;
    const { distanceMeters: away, measureMeters, atEnd } = locate(line, position);
    if (away > carriagewayMeters || away < snapMeters || atEnd) return false;
    if (measureMeters > before) forward += 1;
    if (measureMeters < before) backward += 1;
    before = measureMeters;
  }
  // It keeps going the same way along the other: a loop beside a road does not.
  return forward === 0 || backward === 0;
}

/** Lines whose ends face each other over a short gap become one; the shortest gap first. */
function bridgeGaps(given: readonly Piece[], notes: LineNote[]): Piece[] {
  let lines = [...given];
  for (;;) {
    let best: { readonly meters: number; readonly a: Piece; readonly b: Piece; readonly line: LineString } | null =
      null;
    for (const [index, a] of lines.entries()) {
      for (const b of lines.slice(index + 1)) {
        for (const from of [a.line.coordinates.toReversed(), a.line.coordinates]) {
          for (const to of [b.line.coordinates, b.line.coordinates.toReversed()]) {
            const meters = distanceMeters(from[0]!, to[0]!);
            if (meters > longestGapMeters || (best && meters >= best.meters) || !isStraightOver(from, to)) continue;
            const line = roundLine({ type: 'LineString', coordinates: [...from.toReversed(), ...to] });
            if (!lineProblem(line)) best = { meters, a, b, line };
          }
        }
      }
    }
    if (!best) return lines;
    const { a, b, line, meters } = best;
    const sources = [...a.sources, ...b.sources];
    notes.push({ code: 'gap-bridged', sources, meters: Math.round(meters) });
    lines = [...lines.filter((one) => one !== a && one !== b), { line, sources }];
  }
}

/** Both given from the gap outwards. */
function isStraightOver(from: readonly Position[], to: readonly Position[]): boolean {
  if (distanceMeters(from[0]!, to[0]!) <= snapMeters) return false;
  const over = bearingDegrees(from[0]!, to[0]!);
  return (
    angleBetween(bearingDegrees(from[1]!, from[0]!), over) <= sharpestGapTurnDegrees &&
    angleBetween(over, bearingDegrees(to[0]!, to[1]!)) <= sharpestGapTurnDegrees
  );
}

/** Between two bearings, 0 to 180 degrees. */
const angleBetween = (a: number, b: number): number => Math.abs(((b - a + 540) % 360) - 180);

interface Joined {
  readonly pieces: readonly Piece[];
  /** Sources of pieces that met but would have crossed themselves as one line, and so stayed apart. */
  readonly keptApart: readonly number[];
}

/** A sharper turn than this (degrees) at a place where three or more ends meet is a branch, not the same way. */
const sharpestTurnDegrees = 75;

interface Meeting {
  readonly a: Piece;
  readonly b: Piece;
  /** a turned so that it ends, and b so that it begins, where they meet. */
  readonly line: LineString;
  readonly turnDegrees: number;
}

function joinPieces(given: readonly Piece[]): Joined {
  let pieces = [...given];
  const refused: Pair[] = [];
  const keptApart = new Set<number>();
  for (;;) {
    const meeting = straightest(pieces, refused);
    if (!meeting) return { pieces, keptApart: [...keptApart] };
    const { a, b, line } = meeting;
    if (lineProblem(line) || line.coordinates.length > 5000) {
      refused.push([a, b]);
      for (const source of [...a.sources, ...b.sources]) keptApart.add(source);
      continue;
    }
    pieces = [...pieces.filter((piece) => piece !== a && piece !== b), { line, sources: [...a.sources, ...b.sources] }];
  }
}

const keyOf = ([lng, lat]: Position): string => `${lng},${lat}`;

/** Pieces themselves, not their sources: one feature may have several. */
type Pair = readonly [Piece, Piece];
const isIn = (pairs: readonly Pair[], a: Piece, b: Piece): boolean =>
  pairs.some(([one, other]) => (one === a && other === b) || (one === b && other === a));

function straightest(pieces: readonly Piece[], refused: readonly Pair[]): Meeting | null {
  const ends = new Map<string, { readonly piece: Piece; readonly from: Position[] }[]>();
  for (const piece of pieces) {
    const forward = [...piece.line.coordinates];
    if (keyOf(forward[0]!) === keyOf(forward.at(-1)!)) continue;
    // Each end as the line seen from it.
    for (const from of [forward, forward.toReversed()]) {
      const key = keyOf(from[0]!);
      ends.set(key, [...(ends.get(key) ?? []), { piece, from }]);
    }
  }
  let best: Meeting | null = null;
  for (const meeting of ends.values()) {
    for (const [index, one] of meeting.entries()) {
      for (const other of meeting.slice(index + 1)) {
        if (one.piece === other.piece || isIn(refused, one.piece, other.piece)) continue;
        const turn = turnBetween(one.from, other.from);
        if (meeting.length > 2 && turn > sharpestTurnDegrees) continue;
        if (best && best.turnDegrees <= turn) continue;
        const line = roundLine({ type: 'LineString', coordinates: [...one.from.toReversed(), ...other.from.slice(1)] });
        best = { a: one.piece, b: other.piece, line, turnDegrees: turn };
      }
    }
  }
  return best;
}

/** How far one turns coming in along the first and going out along the second, both given from where they meet. */
function turnBetween(first: readonly Position[], second: readonly Position[]): number {
  const incoming = bearingDegrees(first[1]!, first[0]!);
  const outgoing = bearingDegrees(second[0]!, second[1]!);
  return angleBetween(incoming, outgoing);
}
