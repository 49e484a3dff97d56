/**
 * A candidate: the outline of a building somebody else drew (Google Open Buildings, OpenStreetMap, a survey). It is not
 * a house and counts nowhere until a person accepts it; one that was rejected is kept, so that the same file does not
 * bring it back.
 */
import * as Type from 'typebox';
import { Polygon } from '../geometry/shapes.ts';
import type { Plain } from '../plain.ts';
import { Id, Version, oneOf, orNull, record, text } from './fields.ts';

export const Candidate = record({
  kind: Type.Literal('candidate'),
  id: Id,
  version: Version,
  footprint: Polygon,
  /** Where it came from, as told to people: the name of the file. */
  source: text(200),
  /** How sure its source is that this is a building, from 0 to 1; null where the source does not say. */
  confidence: orNull(Type.Number({ minimum: 0, maximum: 1 })),
  state: oneOf('open', 'rejected'),
});
export type Candidate = Plain<typeof Candidate>;
