/** What the page needs of the rules of editing and of the checks, which they rest on, as one piece that is fetched on demand: `rules.svelte.ts`. */
import type { Edit } from '../../domain/edits/edit.ts';
import { editDefinitions, type EditKind } from '../../domain/edits/registry.ts';
import type { Id } from '../../domain/records/fields.ts';

export { advanceCheck, checkCount, checkVillage } from '../../domain/checks/findings.ts';
export { underDecisionOf } from '../../domain/edits/numberingReshape.ts';
export { run } from '../../domain/edits/run.ts';

/** Existing records the edit acts upon. */
export const targetsOf = ({ kind, input }: Pick<Edit<EditKind>, 'kind' | 'input'>): readonly Id[] =>
  editDefinitions[kind].targets(input as never);
