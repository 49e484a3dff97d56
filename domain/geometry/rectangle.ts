/** A rectangle standing on a wall: two corners give the wall, a third place how deep it is and on which side. */
import { localFrame } from './localFrame.ts';
import type { Position } from './shapes.ts';

export interface Rectangle {
  /** Four, in the order in which they are drawn; not closed. */
  readonly corners: readonly Position[];
  readonly wallMeters: number;
  readonly depthMeters: number;
}

/** Null while the wall or the depth is nothing. `places`: the wall's two ends and any place as deep as the far wall. */
export function rectangleOn(from: Position, to: Position, depth: Position): Rectangle | null {
  const frame = localFrame(from);
  const [wx, wy] = frame.toMeters(to);
  const wallMeters = Math.hypot(wx, wy);
  if (wallMeters === 0) return null;
  const [nx, ny] = [-wy / wallMeters, wx / wallMeters];
  const [dx, dy] = frame.toMeters(depth);
  const away = dx * nx + dy * ny;
  if (away === 0) return null;
  return {
    corners: [from, to, frame.toDegrees([wx + nx * away, wy + ny * away]), frame.toDegrees([nx * away, ny * away])],
    wallMeters,
    depthMeters: Math.abs(away),
  };
}
