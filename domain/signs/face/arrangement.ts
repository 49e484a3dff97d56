/** Lines set one under another in a room: as high as there is room, narrowed before they are made smaller. */
import type { Bounds } from './outline.ts';
import type { SetLine } from './typesetting.ts';

/** A line and how high its letters should be, of the height of the largest letters. */
export interface WantedLine {
  readonly set: SetLine;
  readonly share: number;
}

export interface ArrangedLine {
  readonly set: SetLine;
  /** Of the ink, in the room's unit. */
  readonly left: number;
  readonly baseline: number;
  /** The unit a capital height of 1 is drawn at; x less than y where the line is narrowed. */
  readonly scaleX: number;
  readonly scaleY: number;
}

export interface Arranged {
  readonly lines: readonly ArrangedLine[];
  /** Of the largest line. */
  readonly letterMillimeters: number;
  /** The letter height, less something for lines that are narrowed: what of two ways to set is better. */
  readonly quality: number;
}

/** Letters narrower than this look like another typeface (assumed). */
const leastNarrowed = 0.8;
/** A long small line becomes so much smaller before it makes the large one smaller too (assumed). */
const leastOfShare = 0.7;
/** Between the capitals of two lines, and between the ink of two lines, in heights of the largest letters. */
const bodyGap = 0.3;
const inkGap = 0.1;

export function arranged(lines: readonly WantedLine[], room: Bounds, wantedMillimeters: number): Arranged {
  const roomWidth = room.right - room.left;
  const widest = lines.map(({ set }) => roomWidth / (set.width * leastNarrowed));
  const byWidth = lines.map(({ share }, index) => widest[index]! / (share < 1 ? share * leastOfShare : 1));
  const letterByWidth = Math.min(wantedMillimeters, ...byWidth);
  const shares = lines.map(({ share }, index) => Math.min(share, widest[index]! / letterByWidth));
  const fitted = lines.map(({ set }, index) => ({ set, share: shares[index]! }));

  const { baselines, above, below } = stacked(fitted);
  const bodyHeight = baselines.at(-1)!;
  const letter = Math.min(letterByWidth, (room.bottom - room.top) / (above + bodyHeight + below));
  // The bodies of the letters stand in the middle, unless marks would then leave the room.
  const middle = (room.top + room.bottom - bodyHeight * letter) / 2;
  const top = Math.min(Math.max(middle, room.top + above * letter), room.bottom - (bodyHeight + below) * letter);
  const set = fitted.map(({ set: line, share }, index) => {
    const scaleY = letter * share;
    const scaleX = Math.min(scaleY, roomWidth / line.width);
    const left = (room.left + room.right - line.width * scaleX) / 2;
    return { set: line, left, baseline: top + baselines[index]! * letter, scaleX, scaleY };
  });
  const narrowest = Math.min(...set.map(({ scaleX, scaleY }) => scaleX / scaleY));
  return { lines: set, letterMillimeters: letter, quality: letter * (0.5 + narrowest / 2) };
}

/** For largest letters of height 1: baselines below the first capitals, and what marks add above and below. */
function stacked(lines: readonly WantedLine[]) {
  const baselines: number[] = [];
  for (const [index, { set, share }] of lines.entries()) {
    const before = lines[index - 1];
    const ink = before ? before.set.below * before.share + inkGap + (set.above - 1) * share : 0;
    const gap = before ? Math.max(bodyGap * Math.max(share, before.share), ink) : 0;
    baselines.push((baselines[index - 1] ?? 0) + gap + share);
  }
  const [first, last] = [lines[0]!, lines.at(-1)!];
  return { baselines, above: (first.set.above - 1) * first.share, below: last.set.below * last.share };
}
