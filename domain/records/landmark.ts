/** A landmark: what people say when they explain the way, and what direction signs point to. */
import * as Type from 'typebox';
import { Position } from '../geometry/shapes.ts';
import type { Plain } from '../plain.ts';
import { Id, Version, oneOf, record, text } from './fields.ts';

export const LandmarkKind = oneOf('temple', 'cultural-house', 'school', 'junction', 'market', 'gate', 'other');
export type LandmarkKind = Plain<typeof LandmarkKind>;

export const Landmark = record({
  kind: Type.Literal('landmark'),
  id: Id,
  version: Version,
  landmarkKind: LandmarkKind,
  name: text(100),
  place: Position,
});
export type Landmark = Plain<typeof Landmark>;
