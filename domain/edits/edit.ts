/** An Edit is a person's intention as plain data; an EditDefinition says what it does to a world. */
import type { Static, TSchema } from 'typebox';
import type { DeepReadonly } from '../plain.ts';
import type { Change } from '../records/change.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import type { Refusal } from './refusal.ts';

/** The envelope of every edit. `author` and `at` are set by the server; in the browser they are its best guess. */
export interface Edit<Kind extends string = string, Input = unknown> {
  /** UUIDv7 made where the edit is made; the same id is never performed twice. */
  readonly id: Id;
  readonly villageId: Id;
  readonly kind: Kind;
  readonly input: Input;
  /** The version of each existing record the person saw when deciding. */
  readonly basis: Readonly<Record<Id, number>>;
  /** The account that decided. */
  readonly author: Id;
  /** When, ISO 8601 UTC. */
  readonly at: string;
}

/** What has been done before, for edits that need it (revert). */
export interface EditHistory {
  changeOf(editId: Id): { readonly kind: string; readonly change: Change } | undefined;
}

export const noHistory: EditHistory = { changeOf: () => undefined };

export interface EditDefinition<Kind extends string, Schema extends TSchema> {
  readonly kind: Kind;
  /** JSON Schema of the input; unknown fields are refused. */
  readonly input: Schema;
  /** Existing records the person acts upon: each must exist with the version in `basis`. */
  readonly targets: (input: DeepReadonly<Static<Schema>>) => readonly Id[];
  /** The Change the input means in this world, or the reason why not. Pure. */
  readonly run: (
    world: World,
    edit: Edit<Kind, DeepReadonly<Static<Schema>>>,
    history: EditHistory,
  ) => Change | Refusal;
}

export type InputOfDefinition<D> = D extends { readonly input: infer S extends TSchema }
  ? DeepReadonly<Static<S>>
  : never;

/** Gives the parts of a definition their types from its schema. */
export function defineEdit<const Kind extends string, Schema extends TSchema>(
  definition: EditDefinition<Kind, Schema>,
): EditDefinition<Kind, Schema> {
  return definition;
}

/** Of a Change, or of anything else that is worked out on the way to one and has no `code`. */
export const isRefusal = (result: object): result is Refusal => 'code' in result;
