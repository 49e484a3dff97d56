/** Collections of persons' data: written down with their purpose and retention, and erased at their end. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { PersonField } from '../../domain/edits/householdErase.ts';
import { endsOn } from '../../domain/households/retention.ts';
import { CalendarDate, Id, record, text } from '../../domain/records/fields.ts';
import { addPersonCollection, listPersonCollections, markCollectionErased } from '../db/personCollections.ts';
import { loadWorld } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import { answererOf, vietnamDayOf } from '../persons/asks.ts';
import { erasePersons } from '../persons/erase.ts';
import type { Services } from '../services.ts';
import { VillageParams } from './villageParams.ts';

const NewCollection = record({
  id: Id,
  name: text(100),
  purpose: text(300),
  collectedOn: CalendarDate,
  retentionMonths: Type.Integer({ minimum: 1, maximum: 240 }),
  fields: Type.Array(PersonField, { minItems: 1, maxItems: 3, uniqueItems: true }),
});
const CollectionParams = record({ villageId: Id, collectionId: Id });

export const personCollectionRoutes: FastifyPluginAsyncTypebox<Services> = async (api, services) => {
  const { database, clock, report } = services;
  const listOf = async (villageId: Id) => ({ collections: await listPersonCollections(database.db, villageId) });

  api.get('/villages/:villageId/person-collections', { schema: { params: VillageParams } }, async (request) => {
    const { villageId } = request.params;
    answererOf(request, villageId, report);
    return listOf(villageId);
  });

  // Of all in the list of whom no collection that stands holds these fields already.
  const schema = { params: VillageParams, body: NewCollection };
  api.post('/villages/:villageId/person-collections', { schema }, async (request) => {
    const { villageId } = request.params;
    const { account } = answererOf(request, villageId, report);
    const { collectedOn, retentionMonths, fields } = request.body;
    const said = { name: request.body.name.trim(), purpose: request.body.purpose.trim() };
    if (said.name === '') throw new ApiError('invalid-input', { path: '/name' });
    if (said.purpose === '') throw new ApiError('invalid-input', { path: '/purpose' });
    const at = clock();
    if (collectedOn > vietnamDayOf(at)) throw new ApiError('invalid-input', { path: '/collectedOn' });
    const standing = (await listOf(villageId)).collections.filter(
      (one) => one.erased === null && one.fields.some((field) => fields.includes(field)),
    );
    const covered = new Set(standing.flatMap(({ householdIds }) => householdIds));
    const world = await loadWorld(database.db, villageId);
    const householdIds = [...world.household.keys()].filter((id) => !covered.has(id));
    if (householdIds.length === 0) throw new ApiError('no-households');
    const made = { ...request.body, ...said, endsOn: endsOn(collectedOn, retentionMonths), householdIds };
    if (!(await addPersonCollection(database.db, villageId, made, { at, authorId: account.id }))) {
      throw new ApiError('edit-id-reused');
    }
    return listOf(villageId);
  });

  // Deliberate, and also before the end: data is kept no longer than it is needed.
  const eraseSchema = { params: CollectionParams };
  api.post('/villages/:villageId/person-collections/:collectionId/erase', { schema: eraseSchema }, async (request) => {
    const { villageId, collectionId } = request.params;
    const { account } = answererOf(request, villageId, report);
    const { collections } = await listOf(villageId);
    const kept = collections.find(({ id, erased }) => id === collectionId && erased === null);
    if (!kept) throw new ApiError('not-found');
    await erasePersons(services, account, villageId, kept.householdIds, kept.fields);
    await markCollectionErased(database.db, villageId, collectionId, {
      on: vietnamDayOf(clock()),
      byId: account.id,
    });
    return listOf(villageId);
  });
};
