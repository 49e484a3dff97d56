/** The ways of a village from the top down: what each opens from, which way its numbers rise, what binds it. */
import type { LineString } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { FilledProfile } from '../records/numberingProfile.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { orientLine } from './direction.ts';
import {
  carriesAddresses,
  mouthTo,
  networkOf,
  networkOfRoads,
  parentOf,
  touching,
  turned,
  type Mouth,
  type Network,
  type NetworkRoad,
} from './network.ts';
import { measureLine } from '../geometry/measuredLine.ts';

export interface PlannedWay {
  /** As it is stored now. */
  readonly road: Road;
  /** As it will be: line in numbering direction, parent known. */
  readonly at: NetworkRoad;
  readonly parent: PlannedWay | null;
  /** Where it opens from its parent, on the lines as they will be. */
  readonly mouth: Mouth | null;
  readonly inScope: boolean;
  readonly turned: boolean;
  /** An issued address that stays lies on it or on a way below it, so its number-name stays. */
  readonly nameBound: boolean;
  /** Its line runs against the rule, kept because addresses were given on it. */
  readonly againstRule: boolean;
  readonly children: PlannedWay[];
}

export interface PlannedWays {
  /** Parents before what opens from them. */
  readonly topDown: readonly PlannedWay[];
  readonly byId: ReadonlyMap<Id, PlannedWay>;
  /** The roads as they will be; worked out when first asked for. */
  readonly network: Network;
}

/** `renumbering`: what is issued on the ways is numbered anew, so neither its line nor its lanes' names are bound. */
export function planWays(
  world: World,
  roadIds: readonly Id[] | null,
  profile: FilledProfile,
  renumbering: boolean,
): PlannedWays {
  const scope = roadIds && new Set(roadIds);
  const network = networkOf(world);
  const roads = [...world.road.values()].filter(carriesAddresses).sort((a, b) => (a.id < b.id ? -1 : 1));
  const measuredOn = new Set<Id>();
  const issuedOn = new Set<Id>();
  for (const address of world.address.values()) {
    // Numbers chosen by hand were chosen along the line as it runs.
    if (address.numberedBy === 'hand' && address.state === 'draft') measuredOn.add(address.roadId);
    if (address.state === 'draft' || renumbering) continue;
    measuredOn.add(address.roadId);
    if (address.state === 'issued') issuedOn.add(address.roadId);
  }
  const parents = new Map(roads.map((road) => [road.id, parentOf(network, road)?.road ?? null]));
  const boundNames = new Set<Id>();
  for (const id of issuedOn) {
    for (let way: Id | undefined = id; way !== undefined && !boundNames.has(way); way = parents.get(way)?.id) {
      boundNames.add(way);
    }
  }

  const byId = new Map<Id, PlannedWay>();
  const topDown: PlannedWay[] = [];
  const visit = (road: Road, path: ReadonlySet<Id>): PlannedWay => {
    const up = parents.get(road.id) ?? null;
    const parent = up && !path.has(up.id) ? (byId.get(up.id) ?? visit(up, new Set([...path, road.id]))) : null;
    const inScope = scope === null || scope.has(road.id);
    const ruled = ruledLine(road, parent, network, profile);
    const bound = measuredOn.has(road.id);
    const turns = inScope && !bound && ruled !== road.line;
    const line = turns ? ruled : road.line;
    // A parent found on the ground is written down, except where it would lengthen numbers already issued.
    const nameBound = boundNames.has(road.id);
    const parentRoadId = inScope && !nameBound ? (parent?.road.id ?? road.parentRoadId) : road.parentRoadId;
    const same = line === road.line && parentRoadId === road.parentRoadId;
    const after = same ? road : { ...road, line, parentRoadId };
    const way: PlannedWay = {
      road,
      at: { road: after, line: measureLine(line) },
      parent,
      mouth: parent && mouthTo(line, parent.at),
      inScope,
      turned: turns,
      nameBound,
      againstRule: bound && ruled !== road.line,
      children: [],
    };
    byId.set(road.id, way);
    topDown.push(way);
    parent?.children.push(way);
    return way;
  };
  for (const road of roads) if (!byId.has(road.id)) visit(road, new Set());
  let after = topDown.every((way) => way.at.road === way.road) ? network : null;
  return {
    topDown,
    byId,
    get network() {
      return (after ??= networkOfRoads(topDown.map((way) => way.at.road)));
    },
  };
}

/** The line as the rule wants it; the same object where it already runs so, or where people decided otherwise. */
function ruledLine(road: Road, parent: PlannedWay | null, network: Network, profile: FilledProfile): LineString {
  if (road.directionReason !== null) return road.line;
  if (profile.id === 'groups' && road.class === 'road' && road.name === null) {
    const inward = fromEntrance(road, network);
    if (inward) return inward;
  }
  return orientLine(road, parent?.at ?? null, profile.direction);
}

/** An internal way runs from the one end that opens to a road with a name (RULES §1.6: from the entrance inward). */
function fromEntrance(road: Road, network: Network): LineString | null {
  const [first, last] = [road.line.coordinates[0]!, road.line.coordinates.at(-1)!];
  const [atStart, atEnd] = [first, last].map((end) =>
    touching(network, end, road.id).some(({ at }) => at.road.class === 'road' && at.road.name !== null),
  );
  return atStart === atEnd ? null : turned(road.line, atEnd!);
}
