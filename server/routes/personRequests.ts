/** Requests of persons to be shown, corrected or erased: written down, listed, answered; and the sheet of what is held. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { personFields } from '../../domain/edits/householdErase.ts';
import { dueOn, PersonAsk } from '../../domain/households/personRequest.ts';
import { CalendarDate, Id, oneOf, orNull, record, text } from '../../domain/records/fields.ts';
import { villageOf } from '../../domain/records/world.ts';
import { addPersonRequest, answerPersonRequest, listPersonRequests } from '../db/personRequests.ts';
import { recordHouseholdRead } from '../db/privateReads.ts';
import { loadWorld } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import { newId } from '../identifier.ts';
import { answererOf, vietnamDayOf } from '../persons/asks.ts';
import { erasePersons } from '../persons/erase.ts';
import { heldOf } from '../persons/held.ts';
import { heldPage, heldPagePolicy } from '../persons/heldPage.ts';
import type { Services } from '../services.ts';
import { VillageParams } from './villageParams.ts';

const NewRequest = record({ id: Id, householdId: Id, asked: PersonAsk, askedOn: CalendarDate });
const AnswerParams = record({ villageId: Id, requestId: Id });
const Answer = record({ outcome: oneOf('done', 'refused'), reason: orNull(text(300)) });
const HeldParams = record({ villageId: Id, householdId: Id });
const HeldQuery = record({ as: Type.Optional(oneOf('page')) });

export const personRequestRoutes: FastifyPluginAsyncTypebox<Services> = async (api, services) => {
  const { database, clock, report } = services;
  const listOf = async (villageId: Id) => ({ requests: await listPersonRequests(database.db, villageId) });

  api.get('/villages/:villageId/person-requests', { schema: { params: VillageParams } }, async (request) => {
    const { villageId } = request.params;
    answererOf(request, villageId, report);
    return listOf(villageId);
  });

  const newSchema = { params: VillageParams, body: NewRequest };
  api.post('/villages/:villageId/person-requests', { schema: newSchema }, async (request) => {
    const { villageId } = request.params;
    const { account } = answererOf(request, villageId, report);
    const { askedOn, householdId } = request.body;
    const at = clock();
    if (askedOn > vietnamDayOf(at)) throw new ApiError('invalid-input', { path: '/askedOn' });
    const household = (await loadWorld(database.db, villageId)).household.get(householdId);
    if (!household) throw new ApiError('not-found');
    const asked = { ...request.body, ordinal: household.ordinal, dueOn: dueOn(askedOn) };
    if (!(await addPersonRequest(database.db, villageId, asked, { at, authorId: account.id }))) {
      throw new ApiError('edit-id-reused');
    }
    return listOf(villageId);
  });

  const answerSchema = { params: AnswerParams, body: Answer };
  api.post('/villages/:villageId/person-requests/:requestId/answer', { schema: answerSchema }, async (request) => {
    const { villageId, requestId } = request.params;
    const { account } = answererOf(request, villageId, report);
    const { outcome } = request.body;
    const reason = outcome === 'refused' ? (request.body.reason?.trim() ?? '') : null;
    if (reason === '') throw new ApiError('invalid-input', { path: '/reason' });
    const { requests } = await listOf(villageId);
    const open = requests.find(({ id, answer }) => id === requestId && answer === null);
    if (!open) throw new ApiError('not-found');
    // Erased first: should the answer not be written, it is asked for again, and erased again.
    if (open.asked === 'erase' && outcome === 'done') {
      await erasePersons(services, account, villageId, [open.householdId], personFields);
    }
    const on = vietnamDayOf(clock());
    await answerPersonRequest(database.db, villageId, requestId, { on, outcome, reason, byId: account.id });
    return listOf(villageId);
  });

  // Each time it is looked at has its line, whether on the screen or to be printed.
  const heldSchema = { params: HeldParams, querystring: HeldQuery };
  api.get('/villages/:villageId/households/:householdId/held', { schema: heldSchema }, async (request, reply) => {
    const { villageId, householdId } = request.params;
    const { account, role } = answererOf(request, villageId, report);
    const world = await loadWorld(database.db, villageId);
    const held = await heldOf(database.db, villageId, world, householdId);
    if (!held) throw new ApiError('not-found');
    const at = clock();
    const reading = { at, readerId: account.id, role, newId: () => newId(at) };
    await recordHouseholdRead(database.db, villageId, reading, 'household-sheet', [householdId]);
    if (request.query.as !== 'page') return held;
    return reply
      .header('content-security-policy', heldPagePolicy)
      .type('text/html; charset=utf-8')
      .send(heldPage(held, villageOf(world)?.name ?? '', at));
  });
};
