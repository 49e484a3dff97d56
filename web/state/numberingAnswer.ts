/** The plan of numbers that is asked for, with what the rules say to applying it. */
import { isRefusal } from '../../domain/edits/edit.ts';
import { run } from '../../domain/edits/run.ts';
import { villageOf, type World } from '../../domain/records/world.ts';
import { planAsked, type NumberingAsked, type NumberingFound } from './numberingQuestion.ts';

export function numberingAnswer(world: World, asked: NumberingAsked): NumberingFound {
  const plan = planAsked(world, asked);
  if (asked.isRenumbering) return { plan, refusal: null };
  const { id, at, roadIds } = asked;
  const result = run(world, {
    id,
    villageId: villageOf(world)?.id ?? '',
    kind: 'numbering.apply',
    input: { roadIds, digest: plan.digest },
    basis: {},
    author: '',
    at,
  });
  return { plan, refusal: isRefusal(result) ? result : null };
}
