/** The other end becomes the start, for a reason the commune gives (RULES R2: special roads). */
import { reverseLine } from '../geometry/line.ts';
import { nextVersion } from '../records/change.ts';
import { Id, record, text } from '../records/fields.ts';
import { defineEdit } from './edit.ts';
import { addressesOnRoad, draftsOnNewLine } from './issued.ts';
import { refuse } from './refusal.ts';

export const roadReverse = defineEdit({
  kind: 'road.reverse',
  input: record({ id: Id, reason: text(200) }),
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const { id, reason } = edit.input;
    const road = world.road.get(id);
    if (!road) return refuse('record-missing', [id]);
    const issued = addressesOnRoad(world, id).filter((address) => address.state === 'issued');
    if (issued.length > 0) {
      return refuse(
        'address-issued',
        issued.map((address) => address.houseId),
        { count: issued.length },
      );
    }
    const line = reverseLine(road.line);
    return {
      created: [],
      updated: [[road, nextVersion(road, { line, directionReason: reason })], ...draftsOnNewLine(world, id, line)],
      deleted: [],
    };
  },
});
