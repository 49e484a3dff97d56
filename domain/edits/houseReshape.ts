/**
 * A house's footprint drawn anew: corners moved, added or taken away, or the whole turned. A door somebody showed stays
 * where it is; one that was only taken to be in the middle of the front wall goes with that wall.
 */
import { withDefaultEntrances } from '../addressing/defaultEntrance.ts';
import { roundPolygon } from '../geometry/polygon.ts';
import { Polygon } from '../geometry/shapes.ts';
import { Id, record } from '../records/fields.ts';
import { defineEdit } from './edit.ts';
import { insideRefusal } from './houseInside.ts';
import { moveHouse } from './houseMove.ts';
import { refuse } from './refusal.ts';

export const houseReshape = defineEdit({
  kind: 'house.reshape',
  input: record({ id: Id, footprint: Polygon }),
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const { id } = edit.input;
    const house = world.house.get(id);
    if (!house) return refuse('record-missing', [id]);
    const footprint = roundPolygon(edit.input.footprint);
    const inside = insideRefusal(world, id, footprint);
    if (inside) return inside;
    const isIssued = [...world.address.values()].some(({ houseId, state }) => houseId === id && state === 'issued');
    const redrawn = { ...house, footprint };
    const { entrance } = isIssued ? house : withDefaultEntrances(world, [redrawn])[0]!;
    return moveHouse(world, house, { footprint, entrance, entranceOrigin: house.entranceOrigin });
  },
});
