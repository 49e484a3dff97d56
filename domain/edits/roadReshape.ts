/**
 * A road's line corrected or lengthened at its end. Issued addresses keep their measure and side, or it is refused: a
 * road that grows at its start is never renumbered silently (RULES R6).
 */
import { LineString } from '../geometry/shapes.ts';
import { nextVersion } from '../records/change.ts';
import { Id, record } from '../records/fields.ts';
import { defineEdit } from './edit.ts';
import { displacedBy, draftsOnNewLine, shiftFromStart } from './issued.ts';
import { refuse } from './refusal.ts';
import { withJunctions } from './withJunctions.ts';

export const roadReshape = defineEdit({
  kind: 'road.reshape',
  input: record({ id: Id, line: LineString }),
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const { id, line } = edit.input;
    const road = world.road.get(id);
    if (!road) return refuse('record-missing', [id]);
    if (JSON.stringify(road.line) === JSON.stringify(line)) return refuse('nothing-changes', [id]);
    const displaced = displacedBy(world, id, line);
    const meters = shiftFromStart(world, line, displaced);
    if (meters !== null) {
      const houseIds = displaced.map((address) => address.houseId);
      return refuse('road-grows-at-start', houseIds, { count: displaced.length, meters: Math.round(meters) });
    }
    if (displaced.length > 0) {
      return refuse(
        'address-issued',
        displaced.map((address) => address.houseId),
        { count: displaced.length },
      );
    }
    const reshaped = {
      created: [],
      updated: [[road, nextVersion(road, { line })] as const, ...draftsOnNewLine(world, id, line)],
      deleted: [],
    };
    return withJunctions(world, reshaped, id);
  },
});
