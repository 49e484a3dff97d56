/** Numbering preview of the whole sample village, as the browser computes it. */
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import { isRefusal } from '../../domain/edits/edit.ts';
import { run } from '../../domain/edits/run.ts';
import { applyChange, emptyWorld, type World } from '../../domain/records/world.ts';
import { sampleVillage } from '../../data/sample/generate.ts';
import { authorId, newId } from '../domain/builders.ts';
import { inMilliseconds, medianMilliseconds, type Bench } from './figure.ts';

/** The sample as the two edits that make it leave it. */
function sampleWorld(): World {
  const { villageId, village, import: records } = sampleVillage();
  const envelope = { villageId, basis: {}, author: authorId, at: '2026-01-01T00:00:00.000Z' };
  const edits = [
    { ...envelope, id: newId(), kind: 'village.create', input: { village } },
    { ...envelope, id: newId(), kind: 'village.import', input: records },
  ] as const;
  return edits.reduce((world: World, edit) => {
    const change = run(world, edit);
    if (isRefusal(change)) throw new Error(`the sample is refused: ${change.code}`);
    return applyChange(world, change);
  }, emptyWorld);
}

export const numberingBench: Bench = async () => {
  const world = sampleWorld();
  const editId = newId();
  // As when the village is opened: which road each is on is judged anew.
  const milliseconds = await medianMilliseconds(
    () => planNumbering({ ...world, road: new Map(world.road), house: new Map(world.house) }, null, editId),
    30,
  );
  return [inMilliseconds(`numbering preview of the whole village (${world.house.size} houses)`, milliseconds, 20)];
};
