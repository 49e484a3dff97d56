/** Copying the last house: one tap sets one of the same size, standing to its road as the last one stands to its own. */
import { bearingDegrees } from '../../domain/geometry/line.ts';
import { localFrame, type Meters } from '../../domain/geometry/localFrame.ts';
import { centroid } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { House } from '../../domain/records/house.ts';
import type { World } from '../../domain/records/world.ts';
import { houseEdit } from './houseEdit.ts';
import { area, point } from './sketch.ts';
import { nearestRoad } from './steady.ts';
import type { Tool, ToolContext } from './tool.ts';
import { withDoor } from './withDoor.ts';

/** A pointer farther from a road than the house's own depth and this, in metres, means a house away from the row. */
const beyondMeters = 25;

export interface CopyingHouse {
  readonly pointer: Position | null;
}

export interface HouseCopy {
  readonly corners: readonly Position[];
  readonly entrance: Position;
}

/** The house to be copied: the one selected, else the one made last, else the newest of the village. */
export function templateOf({ world, selection, made }: ToolContext): House | null {
  for (const ref of [made, selection]) {
    const house = ref?.kind === 'house' ? world.house.get(ref.id) : undefined;
    if (house?.footprint) return house;
  }
  let newest: House | null = null;
  // Ids are UUIDv7: later ones are greater.
  for (const house of world.house.values()) {
    if (house.footprint && house.state !== 'demolished' && (!newest || house.id > newest.id)) newest = house;
  }
  return newest;
}

/** A frame at a road: metres along it and away from it, on the side the place is on. */
interface RoadFrame {
  readonly distanceMeters: number;
  toFrame(position: Position): Meters;
  toPosition(meters: Meters): Position;
}

/** Null where no road is near. On the other side of a road it is turned half round, never mirrored. */
function frameAt(world: World, position: Position, reachMeters: number): RoadFrame | null {
  const near = nearestRoad(world, position, reachMeters);
  if (!near || near.distanceMeters === 0) return null;
  const { foot, bearing: along } = near;
  const off = ((bearingDegrees(foot, position) - along + 540) % 360) - 180;
  const away = ((off > 0 ? along + 90 : along - 90) * Math.PI) / 180;
  const [ax, ay] = [Math.sin(away), Math.cos(away)];
  // Right-handed: "along" is a quarter turn clockwise from "away", on either side.
  const [lx, ly] = [ay, -ax];
  const frame = localFrame(foot);
  return {
    distanceMeters: near.distanceMeters,
    toFrame(place) {
      const [x, y] = frame.toMeters(place);
      return [x * lx + y * ly, x * ax + y * ay];
    },
    toPosition: ([l, a]) => frame.toDegrees([l * lx + a * ax, l * ly + a * ay]),
  };
}

/** The template set down at a place: in the row where a road is near, else just carried there. */
export function copyAt(world: World, template: House, to: Position): HouseCopy {
  const footprint = template.footprint!;
  const corners = (footprint.coordinates[0] ?? []).slice(0, -1);
  const middle = centroid(footprint);
  const from = frameAt(world, middle, beyondMeters * 4);
  const there = from && frameAt(world, to, from.distanceMeters + beyondMeters);
  if (from && there) {
    const [middleAlong] = from.toFrame(middle);
    const carry = (position: Position): Position => {
      const [along, away] = from.toFrame(position);
      return there.toPosition([along - middleAlong, away]);
    };
    return { corners: corners.map(carry), entrance: carry(template.entrance) };
  }
  const [here, target] = [localFrame(middle), localFrame(to)];
  const carry = (position: Position): Position => target.toDegrees(here.toMeters(position));
  return { corners: corners.map(carry), entrance: carry(template.entrance) };
}

export const copyHouse = withDoor<CopyingHouse>({
  afterwards: 'again',
  start: () => ({ pointer: null }),
  handle(state, event, context) {
    if (event.type === 'hover') return { state: { pointer: event.position } };
    if (event.type === 'undo-point') return { state: { pointer: null } };
    const template = templateOf(context);
    if (event.type !== 'click' || !template) return { state };
    const { corners, entrance } = copyAt(context.world, template, event.position);
    // A copy of a door that nobody has shown shows none.
    const shown = template.entranceOrigin === 'shown' ? entrance : undefined;
    return { state: { pointer: event.position }, edit: houseEdit(corners, context, shown) };
  },
  sketch({ pointer }, context) {
    const template = templateOf(context);
    if (!pointer || !template) return [];
    const { corners, entrance } = copyAt(context.world, template, pointer);
    return [...area('area', corners), point('door', entrance)];
  },
  status: (_state, context) => ({
    hintKey: templateOf(context) ? 'tool.copyHouse.ready' : 'tool.copyHouse.nothing',
    canFinish: false,
    canUndoPoint: false,
  }),
} satisfies Tool<CopyingHouse>);
