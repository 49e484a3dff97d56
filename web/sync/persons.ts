/** What persons ask for of what is held of them, and what was collected until when: for the commune. */
import type { PersonCollection } from '../../domain/households/personCollection.ts';
import type { PersonRequest } from '../../domain/households/personRequest.ts';
import type { Id } from '../../domain/records/fields.ts';
import { call, type Answer } from './api.ts';
import type { PastExport } from './exports.ts';

/** Of all that is held, who has been given it: the rest is on the sheet. */
export interface Held {
  readonly exports: readonly (Pick<PastExport, 'id' | 'at' | 'purpose' | 'recipient' | 'rowCount'> & {
    readonly by: { readonly displayName: string };
  })[];
}

type Requests = Promise<Answer<{ readonly requests: readonly PersonRequest[] }>>;
type Collections = Promise<Answer<{ readonly collections: readonly PersonCollection[] }>>;

const villagePath = (villageId: Id): string => `/api/villages/${villageId}`;
const requestsPath = (villageId: Id): string => `${villagePath(villageId)}/person-requests`;
const collectionsPath = (villageId: Id): string => `${villagePath(villageId)}/person-collections`;

export const readRequests = (villageId: Id): Requests => call('GET', requestsPath(villageId));

export const writeRequest = (
  villageId: Id,
  request: Pick<PersonRequest, 'id' | 'householdId' | 'asked' | 'askedOn'>,
): Requests => call('POST', requestsPath(villageId), request);

export const answerRequest = (
  villageId: Id,
  id: Id,
  answer: { readonly outcome: 'done' | 'refused'; readonly reason: string | null },
): Requests => call('POST', `${requestsPath(villageId)}/${id}/answer`, answer);

export const readCollections = (villageId: Id): Collections => call('GET', collectionsPath(villageId));

export const writeCollection = (
  villageId: Id,
  made: Pick<PersonCollection, 'id' | 'name' | 'purpose' | 'collectedOn' | 'retentionMonths' | 'fields'>,
): Collections => call('POST', collectionsPath(villageId), made);

export const eraseCollection = (villageId: Id, id: Id): Collections =>
  call('POST', `${collectionsPath(villageId)}/${id}/erase`, {});

const heldPath = (villageId: Id, householdId: Id): string => `${villagePath(villageId)}/households/${householdId}/held`;

export const readHeld = (villageId: Id, householdId: Id): Promise<Answer<Held>> =>
  call('GET', heldPath(villageId, householdId));

/** The sheet to be printed; opening it is kept in the log. */
export const heldPage = (villageId: Id, householdId: Id): string => `${heldPath(villageId, householdId)}?as=page`;
