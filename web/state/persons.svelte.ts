/** Requests of persons and collections of their data, as the server last told them, and what of them is due. */
import type { PersonCollection } from '../../domain/households/personCollection.ts';
import type { PersonRequest } from '../../domain/households/personRequest.ts';
import { retentionState } from '../../domain/households/retention.ts';
import { mayAnswerPersons } from '../../domain/permissions.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Answer, Failure } from '../sync/api.ts';
import {
  answerRequest,
  eraseCollection,
  readCollections,
  readRequests,
  writeCollection,
  writeRequest,
} from '../sync/persons.ts';
import { todayInVietnam } from './todayInVietnam.ts';
import { village } from './village.svelte.ts';

let requests = $state.raw<readonly PersonRequest[]>([]);
let collections = $state.raw<readonly PersonCollection[]>([]);
let of = $state<Id | null>(null);
/** The step it was come to from, where the way back leads. */
let from = $state<'houses' | 'handover'>('handover');

export const persons = {
  get from(): 'houses' | 'handover' {
    return from;
  },
  set from(step: 'houses' | 'handover') {
    from = step;
  },
  get requests(): readonly PersonRequest[] {
    return of === village.id ? requests : [];
  },
  get collections(): readonly PersonCollection[] {
    return of === village.id ? collections : [];
  },
  get waiting(): readonly PersonRequest[] {
    return persons.requests.filter(({ answer }) => answer === null);
  },
  get overdue(): readonly PersonRequest[] {
    const today = todayInVietnam();
    return persons.waiting.filter(({ dueOn }) => dueOn < today);
  },
  /** Those whose end is near or past, and that were not erased. */
  get ending(): readonly PersonCollection[] {
    const today = todayInVietnam();
    return persons.collections.filter(({ erased, endsOn }) => !erased && retentionState(endsOn, today) !== 'kept');
  },
};

/** Gives why not; nothing for those who may not answer persons. */
export async function loadPersons(): Promise<Failure | null> {
  const { id, role } = village;
  if (!mayAnswerPersons(role)) return null;
  const [ofRequests, ofCollections] = await Promise.all([readRequests(id), readCollections(id)]);
  if (!ofRequests.ok) return ofRequests;
  if (!ofCollections.ok) return ofCollections;
  if (id !== village.id) return null;
  requests = ofRequests.value.requests;
  collections = ofCollections.value.collections;
  of = id;
  return null;
}

export const ask = (request: Parameters<typeof writeRequest>[1]): Promise<Failure | null> =>
  takeRequests(writeRequest(village.id, request));

export const answer = (id: Id, given: Parameters<typeof answerRequest>[2]): Promise<Failure | null> =>
  takeRequests(answerRequest(village.id, id, given));

export const collect = (made: Parameters<typeof writeCollection>[1]): Promise<Failure | null> =>
  takeCollections(writeCollection(village.id, made));

export const erase = (id: Id): Promise<Failure | null> => takeCollections(eraseCollection(village.id, id));

async function takeRequests(asked: Promise<Answer<{ readonly requests: readonly PersonRequest[] }>>) {
  const told = await asked;
  if (!told.ok) return told;
  requests = told.value.requests;
  return null;
}

async function takeCollections(asked: Promise<Answer<{ readonly collections: readonly PersonCollection[] }>>) {
  const told = await asked;
  if (!told.ok) return told;
  collections = told.value.collections;
  return null;
}
