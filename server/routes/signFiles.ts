/**
 * The order of signs and the house plates as files, for whoever reads the village; there is nothing about people in them.
 * Plates say the address and the code of every house, so each of their files has its line in the log.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { orderFormats } from '../../domain/formats/orderFormats.ts';
import { problemWords } from '../../domain/formats/signWords.ts';
import { Id, oneOf, record } from '../../domain/records/fields.ts';
import { SignState } from '../../domain/records/sign.ts';
import { villageOf } from '../../domain/records/world.ts';
import { housePlates } from '../../domain/signs/housePlates.ts';
import { orderOf, type OrderChoice } from '../../domain/signs/orderLines.ts';
import { statesInHand } from '../../domain/signs/stateFields.ts';
import { readerOf } from '../auth/session.ts';
import { loadWorld } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import { faceFile, orderFile, plateFormats, platesFile } from '../exports/signs/signFile.ts';
import type { Services } from '../services.ts';
import { giveFile, handOut } from './handOut.ts';
import { housePagePath } from './housePage.ts';
import { limitPerAccount } from './perAccount.ts';

const anyState = SignState.enum.join('|');

/** Lists are parted by commas. */
const States = Type.String({ pattern: `^(${anyState})(,(${anyState}))*$`, maxLength: 60 });
const Ids = Type.String({ pattern: '^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$' });
const OrderParams = record({ villageId: Id, format: oneOf(...orderFormats) });
const OrderQuery = record({ states: Type.Optional(States), ids: Type.Optional(Ids) });
const FaceParams = record({ villageId: Id, signId: Id, face: oneOf('1', '2', '3', '4') });
const PlateParams = record({ villageId: Id, format: oneOf(...plateFormats) });
/** needed: plates to make; all: every house. houses: ids. code: with a QR code. */
const PlateQuery = record({
  which: Type.Optional(oneOf('needed', 'all')),
  numbers: Type.Optional(oneOf('issued', 'all')),
  houses: Type.Optional(Ids),
  code: Type.Optional(oneOf('yes', 'no')),
});

export const signFileRoutes: FastifyPluginAsyncTypebox<Services> = async (api, services) => {
  const { database, clock, limits, publicUrl } = services;
  const preHandler = limitPerAccount(api, 'sign file', limits.exportsPerAccount);

  const worldFor = async (request: FastifyRequest, villageId: Id) => {
    readerOf(request, villageId);
    const world = await loadWorld(database.db, villageId);
    if (!villageOf(world)) throw new ApiError('village-missing');
    return world;
  };

  const orderSchema = { params: OrderParams, querystring: OrderQuery };
  api.get('/villages/:villageId/signs/order.:format', { schema: orderSchema, preHandler }, async (request, reply) => {
    const { villageId, format } = request.params;
    const world = await worldFor(request, villageId);
    return giveFile(reply, await orderFile(world, orderOf(world, choiceOf(request.query)), format, clock()));
  });

  api.get(
    '/villages/:villageId/signs/:signId/faces/:face.svg',
    { schema: { params: FaceParams }, preHandler },
    async (request, reply) => {
      const { villageId, signId, face } = request.params;
      const world = await worldFor(request, villageId);
      const sign = world.sign.get(signId);
      const made = sign && (await faceFile(world, sign, Number(face) - 1));
      if (!made) throw new ApiError('not-found');
      if ('problem' in made) throw new ApiError('face-not-drawn', { message: problemWords(made.problem) });
      const name = `mat-bien-${signId.slice(-12)}-${face}.svg`;
      return reply
        .header('content-disposition', `attachment; filename="${name}"`)
        .type('image/svg+xml; charset=utf-8')
        .send(made.svg);
    },
  );

  const plateSchema = { params: PlateParams, querystring: PlateQuery };
  api.get('/villages/:villageId/signs/plates.:format', { schema: plateSchema, preHandler }, async (request, reply) => {
    const { villageId, format } = request.params;
    const { which = format === 'xlsx' ? 'all' : 'needed', numbers = 'issued', houses, code = 'no' } = request.query;
    const { account } = readerOf(request, villageId);
    const world = await worldFor(request, villageId);
    const chosen = houses === undefined ? null : new Set(houses.split(','));
    const plates = housePlates(world, numbers).filter(({ house, isNeeded }) =>
      chosen ? chosen.has(house.id) : which === 'all' || isNeeded,
    );
    const origin = publicUrl ?? `${request.protocol}://${request.host}`;
    const pageOf = code === 'yes' ? (plusCode: string) => `${origin}${housePagePath(plusCode)}` : null;
    const file = await platesFile(world, plates, { format, pageOf }, clock());
    const handout = { contents: 'house-plates', decisionNumber: null, variant: 'public' } as const;
    const toWhom = { purpose: null, recipient: null };
    return handOut(services, reply, villageId, account, file, { ...handout, format, states: numbers, ...toWhom });
  });
};

function choiceOf({ states, ids }: { readonly states?: string; readonly ids?: string }): OrderChoice {
  if (ids !== undefined) return { ids: ids.split(',') };
  return { states: states === undefined ? statesInHand : (states.split(',') as SignState[]) };
}
