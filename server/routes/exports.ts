/** The address list and the tables of renumberings as files, and the record of every file that was handed out. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { mayExportPersons } from '../../domain/permissions.ts';
import { Id, oneOf, record, text } from '../../domain/records/fields.ts';
import { renumberingDecisions } from '../../domain/formats/renumberingTable.ts';
import { villageOf } from '../../domain/records/world.ts';
import type { Account } from '../auth/grants.ts';
import { readerOf } from '../auth/session.ts';
import { listExports, type ExportEntry } from '../db/exports.ts';
import { loadWorld } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import { addressExport } from '../exports/addressExport.ts';
import { exportFormats, type ExportFormat } from '../exports/exportFile.ts';
import { householdExport } from '../exports/householdExport.ts';
import { renumberingExport } from '../exports/renumberingExport.ts';
import type { Services } from '../services.ts';
import { handOut } from './handOut.ts';
import { limitPerAccount } from './perAccount.ts';
import { toWhomOf, type ToWhom } from './toWhom.ts';
import { VillageParams } from './villageParams.ts';

const Format = oneOf(...exportFormats);
const States = oneOf('issued', 'all');
const PublicParams = record({ villageId: Id, format: Format });
const TableParams = record({ villageId: Id, decisionId: Id });
const PublicQuery = record({ states: Type.Optional(States) });
const FullExport = record({
  format: Format,
  states: States,
  variant: Type.Literal('full'),
  purpose: text(300),
  recipient: text(300),
});

const HouseholdExport = record({ format: oneOf('xlsx', 'csv'), purpose: text(300), recipient: text(300) });

interface Handover {
  readonly format: ExportFormat;
  readonly states: 'issued' | 'all';
  readonly variant: 'public' | 'full';
  readonly purpose: string | null;
  readonly recipient: string | null;
}

export const exportRoutes: FastifyPluginAsyncTypebox<Services> = async (api, services) => {
  const { database, clock, limits, report } = services;
  const preHandler = limitPerAccount(api, 'export', limits.exportsPerAccount);

  const worldOf = async (villageId: Id) => {
    const world = await loadWorld(database.db, villageId);
    if (!villageOf(world)) throw new ApiError('village-missing');
    return world;
  };

  const handOver = async (reply: FastifyReply, villageId: Id, account: Account, handover: Handover) => {
    const file = await addressExport(await worldOf(villageId), handover, clock());
    return handOut(services, reply, villageId, account, file, {
      ...handover,
      contents: 'addresses',
      decisionNumber: null,
    });
  };

  /** Who may take persons, and what was said of it. Throws ApiError forbidden or invalid-input. */
  const forPersons = (request: FastifyRequest<{ Body: ToWhom }>, villageId: Id) => {
    const { account, role } = readerOf(request, villageId);
    if (!mayExportPersons(role)) {
      report.event('forbidden', { account: account.id, village: villageId, kind: 'export-full' });
      throw new ApiError('forbidden');
    }
    return { account, toWhom: toWhomOf(request.body) };
  };

  const tableSchema = { params: TableParams };
  api.get(
    '/villages/:villageId/exports/renumbering/:decisionId.xlsx',
    { schema: tableSchema, preHandler },
    async (request, reply) => {
      const { villageId, decisionId } = request.params;
      const { account } = readerOf(request, villageId);
      const world = await worldOf(villageId);
      const decision = renumberingDecisions(world).find(({ id }) => id === decisionId);
      if (!decision) throw new ApiError('not-found');
      const file = await renumberingExport(world, decision, clock());
      const handover = { format: 'xlsx', states: 'issued', variant: 'public', purpose: null, recipient: null } as const;
      const what = { contents: 'renumbering', decisionNumber: decision.number } as const;
      return handOut(services, reply, villageId, account, file, { ...handover, ...what });
    },
  );

  const publicSchema = { params: PublicParams, querystring: PublicQuery };
  api.get(
    '/villages/:villageId/exports/addresses.:format',
    { schema: publicSchema, preHandler },
    async (request, reply) => {
      const { villageId, format } = request.params;
      const { account } = readerOf(request, villageId);
      const states = request.query.states ?? 'issued';
      return handOver(reply, villageId, account, { format, states, variant: 'public', purpose: null, recipient: null });
    },
  );

  const fullSchema = { params: VillageParams, body: FullExport };
  api.post('/villages/:villageId/exports', { schema: fullSchema, preHandler }, async (request, reply) => {
    const { villageId } = request.params;
    const { account, toWhom } = forPersons(request, villageId);
    return handOver(reply, villageId, account, { ...request.body, ...toWhom });
  });

  const householdSchema = { params: VillageParams, body: HouseholdExport };
  api.post(
    '/villages/:villageId/exports/households',
    { schema: householdSchema, preHandler },
    async (request, reply) => {
      const { villageId } = request.params;
      const { format } = request.body;
      const { account, toWhom } = forPersons(request, villageId);
      const file = await householdExport(await worldOf(villageId), format, clock());
      const what = { contents: 'households', variant: 'full', states: 'all', decisionNumber: null } as const;
      return handOut(services, reply, villageId, account, file, { ...what, format, ...toWhom });
    },
  );

  api.get('/villages/:villageId/exports', { schema: { params: VillageParams } }, async (request) => {
    const { villageId } = request.params;
    const { role } = readerOf(request, villageId);
    const made = await listExports(database.db, villageId);
    // To whom and what for may name people.
    return {
      exports: made.map((entry) => (mayExportPersons(role) ? publicEntry(entry) : withoutNames(publicEntry(entry)))),
    };
  });
};

const publicEntry = ({ by, ...entry }: ExportEntry) => ({ ...entry, by: by.displayName });

const withoutNames = (entry: ReturnType<typeof publicEntry>) => ({ ...entry, purpose: null, recipient: null });
