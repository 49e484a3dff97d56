/** Which road's name a lane bears: "Ngõ 22 - Hùng Vương" that of "Đường Hùng Vương" (TT 08/2024/TT-BXD, Art. 7; RULES L3). */
import { nameRelation, nameRelations } from './nameRelation.ts';
import { splitKind } from './wayKinds.ts';
import { readWayName, writeWayName } from './wayName.ts';

/** How far the road's name, with its class word or without, is from that of a way the lane's name mentions: a rank. */
function nameBorne(laneName: string, roadName: string): number {
  const forms = [roadName, splitKind(roadName).rest];
  let least = different;
  for (let way = readWayName(laneName); way; way = way.parent) {
    const mentioned = writeWayName(way);
    for (const form of forms) least = Math.min(least, nameRelations.indexOf(nameRelation(mentioned, form)));
  }
  return least;
}

const different = nameRelations.indexOf('different');

/** Of some roads, the one whose name the lane bears most closely; the first of equals. Undefined where it bears none. */
export function roadBorne<R>(laneName: string, roads: readonly R[], nameOf: (road: R) => string | null): R | undefined {
  let best: R | undefined;
  let least = different;
  for (const road of roads) {
    const name = nameOf(road);
    const rank = name === null ? different : nameBorne(laneName, name);
    if (rank < least) [best, least] = [road, rank];
  }
  return best;
}
