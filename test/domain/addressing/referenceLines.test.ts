import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceLines, type LineNote, type Piece } from '../../../domain/addressing/referenceLines.ts';
import { lineLengthMeters, locateOnLine } from '../../../domain/geometry/line.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import { lineProblem } from '../../../domain/geometry/validity.ts';
import { at } from '../builders.ts';

/** Pieces in metres, each from a feature of its own, numbered as they come. */
const pieces = (...lines: readonly (readonly (readonly [number, number])[])[]): Piece[] =>
  lines.map((points, index) => ({
    line: { type: 'LineString', coordinates: points.map(([x, y]) => at(x, y)) },
    sources: [index],
  }));

const lengths = (found: readonly Piece[]): number[] => found.map(({ line }) => Math.round(lineLengthMeters(line)));
const sourcesOf = ({ sources }: { readonly sources: readonly number[] }) => [...sources].sort((a, b) => a - b);
const codes = (notes: readonly LineNote[]) => notes.map(({ code }) => code);

describe('pieces of one road', () => {
  it('drawn in opposite directions are one line', () => {
    const found = referenceLines(
      pieces(
        [
          [0, 0],
          [100, 0],
        ],
        [
          [200, 10],
          [100, 0],
        ],
        [
          [200, 10],
          [300, 0],
        ],
      ),
    );
    expect(found.lines).toHaveLength(1);
    expect(sourcesOf(found.lines[0]!)).toEqual([0, 1, 2]);
    expect(found.lines[0]!.line.coordinates).toHaveLength(4);
    expect(found.notes).toEqual([]);
  });

  it('whose ends lie a metre and a half apart meet; three metres apart they do not', () => {
    const apart = (meters: number) =>
      referenceLines(
        pieces(
          [
            [0, 0],
            [100, 0],
          ],
          [
            [100, meters],
            [100, 100],
          ],
        ),
      );
    expect(apart(1.5).lines).toHaveLength(1);
    expect(apart(1.5).notes).toEqual([]);
    expect(apart(3).lines).toHaveLength(2);
  });

  it('close to a loop when they are one', () => {
    const { lines, notes } = referenceLines(
      pieces(
        [
          [0, 0],
          [100, 0],
          [100, 50],
        ],
        [
          [0, 100],
          [100, 100],
          [100, 50],
        ],
        [
          [0, 100],
          [0, 0],
        ],
      ),
    );
    expect(lengths(lines)).toEqual([400]);
    const { coordinates } = lines[0]!.line;
    expect(coordinates[0]).toEqual(coordinates.at(-1));
    expect(notes).toEqual([]);
  });
});

describe('a gap', () => {
  const over = (gap: number, turn = 0) => {
    const [x, y] = [100 + gap * Math.cos(turn), gap * Math.sin(turn)];
    return referenceLines(
      pieces(
        [
          [0, 0],
          [100, 0],
        ],
        [
          [x, y],
          [x + 100 * Math.cos(turn), y + 100 * Math.sin(turn)],
        ],
      ),
    );
  };

  it('of 20 m straight on is gone over, and told', () => {
    const { lines, notes } = over(20);
    expect(lengths(lines)).toEqual([220]);
    expect(notes).toEqual([{ code: 'gap-bridged', sources: [0, 1], meters: 20 }]);
  });

  it('of 60 m is not', () => {
    const { lines, notes } = over(60);
    expect(lengths(lines)).toEqual([100, 100]);
    expect(notes).toEqual([]);
  });

  it('with a sharp turn is not, with a slight one it is', () => {
    expect(over(20, (60 * Math.PI) / 180).lines).toHaveLength(2);
    expect(over(20, (30 * Math.PI) / 180).lines).toHaveLength(1);
  });

  it('the shortest is closed first', () => {
    // The piece in the middle is 10 m from one side and 30 m from the other: both gaps are gone over.
    const { lines, notes } = referenceLines(
      pieces(
        [
          [0, 0],
          [100, 0],
        ],
        [
          [110, 0],
          [200, 0],
        ],
        [
          [230, 0],
          [300, 0],
        ],
      ),
    );
    expect(lengths(lines)).toEqual([300]);
    expect(notes.map(({ meters }) => meters)).toEqual([10, 30]);
  });
});

describe('what cannot be one line is told', () => {
  it('a fork has a line and a measure of its own', () => {
    const { lines, notes } = referenceLines(
      pieces(
        [
          [0, 0],
          [100, 0],
        ],
        [
          [100, 0],
          [200, 0],
        ],
        [
          [100, 0],
          [100, 60],
        ],
      ),
    );
    expect(lengths(lines)).toEqual([200, 60]);
    expect(notes).toEqual([{ code: 'fork', sources: [2] }]);
  });

  it('also one that leaves from the middle of a piece', () => {
    const { lines, notes } = referenceLines(
      pieces(
        [
          [0, 0],
          [200, 0],
        ],
        [
          [100, 1],
          [100, 60],
        ],
      ),
    );
    expect(lengths(lines)).toEqual([200, 59]);
    expect(notes).toEqual([{ code: 'fork', sources: [1] }]);
  });

  it('parts far from each other are two lines and no fork', () => {
    const { lines, notes } = referenceLines(
      pieces(
        [
          [0, 0],
          [100, 0],
        ],
        [
          [0, 300],
          [90, 300],
        ],
      ),
    );
    expect(lengths(lines)).toEqual([100, 90]);
    expect(notes).toEqual([]);
  });

  it('a piece with which the line would cross itself stays apart', () => {
    const { lines, notes } = referenceLines(
      pieces(
        [
          [0, 0],
          [100, 0],
          [100, 50],
        ],
        [
          [100, 50],
          [50, 50],
          [50, -50],
        ],
      ),
    );
    expect(lines).toHaveLength(2);
    expect(notes[0]).toEqual({ code: 'crosses-itself', sources: expect.arrayContaining([0, 1]) as number[] });
    for (const { line } of lines) expect(lineProblem(line)).toBeNull();
  });

  it('and keeps no other part of the same feature from being joined', () => {
    // The first two go straight on in each other, which is tried first; the third turns a corner.
    const parts = pieces(
      [
        [0, 0],
        [100, 0],
        [100, 50],
        [50, 50],
      ],
      [
        [50, 50],
        [20, 50],
        [20, -50],
      ],
      [
        [0, -80],
        [0, 0],
      ],
    ).map((piece) => ({ ...piece, sources: [7] }));
    const { lines } = referenceLines(parts);
    expect(lengths(lines)).toEqual([280, 130]);
  });

  it('of a dual carriageway one is measured, the other leads to the same houses', () => {
    const { lines, secondCarriageways, notes } = referenceLines(
      pieces(
        [
          [0, 0],
          [150, 5],
          [300, 0],
        ],
        [
          [290, 14],
          [150, 17],
          [10, 14],
        ],
      ),
    );
    expect(lines.map(sourcesOf)).toEqual([[0]]);
    expect(secondCarriageways.map(sourcesOf)).toEqual([[1]]);
    expect(notes).toEqual([{ code: 'second-carriageway', sources: [1] }]);
    // Forty metres away it is a road of its own.
    const wide = referenceLines(
      pieces(
        [
          [0, 0],
          [300, 0],
        ],
        [
          [290, 40],
          [10, 40],
        ],
      ),
    );
    expect([wide.lines.length, wide.secondCarriageways.length]).toEqual([2, 0]);
  });
});

/** A line that never turns back: it rises to the north by every step, so that it cannot cross itself. */
const anyLine: fc.Arbitrary<Position[]> = fc
  .array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 15, max: 60 })), { minLength: 2, maxLength: 12 })
  .map((steps) => {
    let [x, y] = [0, -300];
    return [at(x, y), ...steps.map(([dx, dy]) => at((x += dx), (y += dy)))];
  });

const cutInPieces = anyLine.chain((line) =>
  fc.record({
    line: fc.constant(line),
    cuts: fc.array(fc.boolean(), { minLength: line.length, maxLength: line.length }),
    turns: fc.array(fc.boolean(), { minLength: line.length, maxLength: line.length }),
    order: fc.array(fc.nat(), { minLength: line.length, maxLength: line.length }),
  }),
);

function cut({ line, cuts, turns, order }: { line: Position[]; cuts: boolean[]; turns: boolean[]; order: number[] }) {
  const parts: Position[][] = [[line[0]!]];
  line.slice(1).forEach((position, n) => {
    parts.at(-1)!.push(position);
    if (cuts[n] && n < line.length - 2) parts.push([position]);
  });
  const turned = parts.map((part, n) => (turns[n] ? part.toReversed() : part));
  return turned
    .map((coordinates, n): Piece => ({ line: { type: 'LineString', coordinates }, sources: [n] }))
    .sort((a, b) => order[a.sources[0]!]! - order[b.sources[0]!]!);
}

/** Near the corners of a grid of 20 m, so that ends meet or nearly meet, lie on lines and turn back. */
const anyPieces = fc
  .array(
    fc.uniqueArray(
      fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }), fc.constantFrom(0, 0, 0, 0.7, 1.3)),
      { minLength: 2, maxLength: 4, selector: ([x, y]) => `${x} ${y}` },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((drawn) => pieces(...drawn.map((points) => points.map(([x, y, off]) => [x * 20 + off, y * 20 - off] as const))));

describe('a line cut anywhere, its pieces turned and shuffled', () => {
  it('is joined back to the same line', () => {
    fc.assert(
      fc.property(cutInPieces, (given) => {
        const { lines, secondCarriageways, notes } = referenceLines(cut(given));
        expect([lines.length, secondCarriageways.length, codes(notes)]).toEqual([1, 0, []]);
        const { coordinates } = lines[0]!.line;
        const northwards = coordinates[0]![1] < coordinates.at(-1)![1] ? coordinates : coordinates.toReversed();
        expect(northwards).toEqual(given.line);
      }),
    );
  });

  it('whatever pieces there are, none is lost: every one lies on a line, and no line crosses itself', () => {
    fc.assert(
      fc.property(anyPieces, (drawn) => {
        const given = drawn.filter(({ line }) => lineProblem(line) === null);
        const { lines, secondCarriageways, notes } = referenceLines(given);
        const found = [...lines, ...secondCarriageways];
        expect(found.flatMap(sourcesOf).sort((a, b) => a - b)).toEqual(given.flatMap(sourcesOf));
        for (const { line } of found) expect(lineProblem(line)).toBeNull();
        const bridged = notes.reduce((sum, { code, meters }) => sum + (code === 'gap-bridged' ? meters! : 0), 0);
        const total = (of: readonly Piece[]) => of.reduce((sum, { line }) => sum + lineLengthMeters(line), 0);
        // Gaps are told in whole metres; an end is moved by two metres at most.
        expect(Math.abs(total(found) - total(given) - bridged)).toBeLessThanOrEqual(
          0.5 * notes.length + 4 * given.length,
        );
        for (const { line, sources } of given) {
          const on = found.find((one) => one.sources.includes(sources[0]!))!;
          for (const position of line.coordinates) {
            expect(locateOnLine(on.line, position).distanceMeters).toBeLessThan(2.01);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the order of the pieces does not matter', () => {
    const shape = (found: readonly Piece[]) =>
      found.map(({ line }) => [line.coordinates, line.coordinates.toReversed()].map(String).sort()[0]).sort();
    fc.assert(
      fc.property(
        anyPieces.chain((drawn) => {
          const given = drawn.filter(({ line }) => lineProblem(line) === null);
          return fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }));
        }),
        ([given, shuffled]) => {
          const [one, other] = [referenceLines(given), referenceLines(shuffled)];
          expect(shape(other.lines)).toEqual(shape(one.lines));
          expect(shape(other.secondCarriageways)).toEqual(shape(one.secondCarriageways));
          expect(codes(other.notes).sort()).toEqual(codes(one.notes).sort());
        },
      ),
      { numRuns: 300 },
    );
  });
});
