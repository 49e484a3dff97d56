/** The one door for changes: an edit in, the change or the refusal out. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { RefusalCode } from '../../domain/edits/refusal.ts';
import { editDefinitions, type EditKind } from '../../domain/edits/registry.ts';
import { Id, Version, oneOf, record } from '../../domain/records/fields.ts';
import { accountOf } from '../auth/session.ts';
import { roleIn } from '../auth/grants.ts';
import { ApiError } from '../errors.ts';
import { perform } from '../perform.ts';
import { inputProblem } from '../schema.ts';
import type { Services } from '../services.ts';
import { visibilityOf, visibleChange } from '../visible.ts';
import { VillageParams } from './villageParams.ts';

const kinds = Object.keys(editDefinitions) as EditKind[];

const Envelope = record({
  id: Id,
  kind: oneOf(...kinds),
  /** Checked against the kind's own schema. */
  input: Type.Object({}),
  basis: Type.Record(Id, Version, { additionalProperties: false }),
});

/** Bytes: the outlines of a whole village in one edit (10,000 of them), with room. */
const bodyLimit = 4 * 1024 * 1024;

/** What is not named here is 422: understood, and against a rule. */
const statusOf: { readonly [C in RefusalCode]?: number } = {
  forbidden: 403,
  'stale-version': 409,
  'preview-outdated': 409,
  'revert-changed-since': 409,
  'record-missing': 404,
  'revert-not-found': 404,
  'village-missing': 404,
};

export const editRoutes: FastifyPluginAsyncTypebox<Services> = async (api, { database, clock, report }) => {
  const schema = { params: VillageParams, body: Envelope };
  api.post('/villages/:villageId/edits', { schema, bodyLimit }, async (request, reply) => {
    const { villageId } = request.params;
    const account = accountOf(request);
    // What waited on a device is sent by the one who did it, whoever has signed in there since.
    const sender = request.headers['x-account'];
    if (sender !== undefined && sender !== account.id) throw new ApiError('other-account');
    const { kind, input } = request.body;
    const problem = inputProblem(kind, input);
    if (problem) throw new ApiError('invalid-input', { path: `/input${problem.path}` });
    const result = await perform({ database, clock }, account, { ...request.body, villageId, input: input as never });
    if ('code' in result) {
      if (result.code === 'forbidden') report.event('forbidden', { account: account.id, village: villageId, kind });
      const message = `Thao tác bị từ chối (${result.code}).`;
      return reply.code(statusOf[result.code] ?? 422).send({ error: { code: result.code, message }, refusal: result });
    }
    const role = roleIn(account, villageId);
    return role === null ? result : { ...result, change: visibleChange(result.change, visibilityOf(role)) };
  });
};
