/** Outlines of buildings from a file become candidates; those that the village has already are passed over. */
import * as Type from 'typebox';
import { sortOutlines } from '../formats/newOutlines.ts';
import { Candidate } from '../records/candidate.ts';
import { created } from '../records/change.ts';
import { Id, record } from '../records/fields.ts';
import { findRecord } from '../records/world.ts';
import { defineEdit } from './edit.ts';
import { refuse } from './refusal.ts';

/** More than any village holds; of usual outlines as many fit into one request (server/routes/edits.ts). */
export const candidateLimit = 10_000;

const { footprint, source, confidence } = Candidate.properties;

export const candidatesImport = defineEdit({
  kind: 'candidates.import',
  input: record({
    source,
    outlines: Type.Array(record({ id: Id, footprint, confidence }), { minItems: 1, maxItems: candidateLimit }),
  }),
  targets: () => [],
  run: (world, edit) => {
    const ids = new Set<string>();
    for (const { id } of edit.input.outlines) {
      if (ids.has(id) || findRecord(world, id)) return refuse('record-exists', [id]);
      ids.add(id);
    }
    const { fresh } = sortOutlines(world, edit.input.outlines);
    const total = world.candidate.size + fresh.length;
    if (total > candidateLimit) return refuse('too-many-records', [], { limit: candidateLimit, given: total });
    return created(
      ...fresh.map(
        (outline) => ({ ...outline, kind: 'candidate', version: 1, source: edit.input.source, state: 'open' }) as const,
      ),
    );
  },
});
