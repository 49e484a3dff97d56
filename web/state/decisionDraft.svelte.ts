/** The decision being typed: kept while the person looks elsewhere; an existing one can be taken again. */
import type { Decision } from '../../domain/records/decision.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { World } from '../../domain/records/world.ts';
import { newId } from './newId.ts';

export interface DecisionFields {
  readonly id: Id;
  readonly number: string;
  readonly date: string;
  readonly signatory: string;
  readonly scope: string;
}

export class DecisionDraft {
  /** An existing decision, or null for a new one. */
  existingId = $state<Id | null>(null);
  number = $state('');
  date = $state<string | null>(null);
  signatory = $state('');
  scope = $state('');
  /** The id a new one will have: the same while the edit is tried again. */
  readonly #id = newId();

  /** All that is needed, or null while something is missing. */
  fields(world: World, usualScope: string): DecisionFields | null {
    const existing = this.existingId === null ? undefined : world.decision.get(this.existingId);
    if (existing) return fieldsOf(existing);
    if (this.number.trim() === '' || this.date === null || this.signatory.trim() === '') return null;
    return {
      id: world.decision.has(this.#id) ? newId() : this.#id,
      number: this.number.trim().normalize('NFC'),
      date: this.date,
      signatory: this.signatory.trim().normalize('NFC'),
      scope: this.scope.trim().normalize('NFC') || usualScope,
    };
  }
}

const fieldsOf = ({ id, number, date, signatory, scope }: Decision): DecisionFields => ({
  id,
  number,
  date,
  signatory,
  scope,
});

export const decisionsNewestFirst = (world: World): readonly Decision[] =>
  [...world.decision.values()].sort((a, b) => (a.date < b.date ? 1 : -1));

/** One for issuing and one for renumbering, kept from panel to panel. */
export const issuingDraft = new DecisionDraft();
export const renumberingDraft = new DecisionDraft();
