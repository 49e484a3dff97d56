/** Pieces of one way joined where their ends meet: a map cuts a road at each bridge and change of surface. */
import { bearingDegrees } from '../geometry/line.ts';
import { roundLine } from '../geometry/polygon.ts';
import type { LineString, Position } from '../geometry/shapes.ts';
import { lineProblem } from '../geometry/validity.ts';

export interface Piece {
  readonly line: LineString;
  /** The features it comes from. */
  readonly sources: readonly number[];
}

export interface Joined {
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

export function joinPieces(given: readonly Piece[]): Joined {
  let pieces = [...given];
  const refused = new Set<string>();
  const keptApart = new Set<number>();
  for (;;) {
    const meeting = straightest(pieces, refused);
    if (!meeting) return { pieces, keptApart: [...keptApart] };
    const { a, b, line } = meeting;
    if (lineProblem(line) || line.coordinates.length > 5000) {
      refused.add(pairOf(a, b));
      for (const source of [...a.sources, ...b.sources]) keptApart.add(source);
      continue;
    }
    pieces = [...pieces.filter((piece) => piece !== a && piece !== b), { line, sources: [...a.sources, ...b.sources] }];
  }
}

const keyOf = ([lng, lat]: Position): string => `${lng},${lat}`;
const pairOf = (a: Piece, b: Piece): string => [a.sources.join('+'), b.sources.join('+')].sort().join('|');

function straightest(pieces: readonly Piece[], refused: ReadonlySet<string>): Meeting | null {
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
        if (one.piece === other.piece || refused.has(pairOf(one.piece, other.piece))) continue;
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
  return Math.abs(((outgoing - incoming + 540) % 360) - 180);
}
