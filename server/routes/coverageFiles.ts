/**
 * Criterion 3, the cameras and lamps and their map as files, each with its line in the log. For whoever reads the
 * village: without cameras of households. In full: for the commune, for a stated purpose (RULES §6.2, §6.5).
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { densities } from '../../domain/coverage/cameras/levels.ts';
import { usualDarkMeters } from '../../domain/coverage/lamps/usualDark.ts';
import { mayExportPersons } from '../../domain/permissions.ts';
import { Id, oneOf, record, text } from '../../domain/records/fields.ts';
import { villageOf } from '../../domain/records/world.ts';
import type { Account } from '../auth/grants.ts';
import { readerOf } from '../auth/session.ts';
import { loadWorld } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import {
  coverageContents,
  coverageFile,
  coverageFormats,
  type CoverageChoice,
} from '../exports/coverage/coverageFile.ts';
import type { Services } from '../services.ts';
import { handOut } from './handOut.ts';
import { limitPerAccount } from './perAccount.ts';
import { toWhomOf } from './toWhom.ts';
import { VillageParams } from './villageParams.ts';

/** Among what the domain tells: pixels on a metre from which a road counts as seen. */
const Density = oneOf(...densities.map(String));
const Planned = oneOf('yes', 'no');
/** In a body a whole number, in an address its digits. */
const DarkMeters = Type.Integer({ minimum: 1, maximum: 999 });
const DarkDigits = Type.String({ pattern: '^[1-9]\\d{0,2}$' });

const PublicParams = record({ villageId: Id, contents: oneOf(...coverageContents) });
const PublicQuery = record({
  density: Type.Optional(Density),
  planned: Type.Optional(Planned),
  dark: Type.Optional(DarkDigits),
});
const FullCoverage = record({
  contents: oneOf(...coverageContents),
  density: Density,
  planned: Planned,
  dark: DarkMeters,
  purpose: text(300),
  recipient: text(300),
});

/** The least: that somebody is there at all. */
const usualDensity = String(densities[0]);

interface ToWhom {
  readonly purpose: string | null;
  readonly recipient: string | null;
}

export const coverageFileRoutes: FastifyPluginAsyncTypebox<Services> = async (api, services) => {
  const { database, clock, limits, report } = services;
  const preHandler = limitPerAccount(api, 'coverage file', limits.exportsPerAccount);

  const handOver = async (
    reply: FastifyReply,
    villageId: Id,
    account: Account,
    choice: CoverageChoice,
    toWhom: ToWhom,
  ) => {
    const world = await loadWorld(database.db, villageId);
    if (!villageOf(world)) throw new ApiError('village-missing');
    const { contents, variant } = choice;
    const file = await coverageFile(world, choice, clock());
    const format = coverageFormats[contents];
    // Devices are not issued: all of them are in it.
    const handout = { contents, format, variant, states: 'all', decisionNumber: null, ...toWhom } as const;
    return handOut(services, reply, villageId, account, file, handout);
  };

  api.get(
    '/villages/:villageId/coverage/files/:contents',
    { schema: { params: PublicParams, querystring: PublicQuery }, preHandler },
    async (request, reply) => {
      const { villageId, contents } = request.params;
      const { account } = readerOf(request, villageId);
      const { density = usualDensity, planned = 'no', dark = String(usualDarkMeters) } = request.query;
      const choice = { contents, variant: 'public', asked: askedOf(density, planned, Number(dark)) } as const;
      return handOver(reply, villageId, account, choice, { purpose: null, recipient: null });
    },
  );

  api.post(
    '/villages/:villageId/coverage/files',
    { schema: { params: VillageParams, body: FullCoverage }, preHandler },
    async (request, reply) => {
      const { villageId } = request.params;
      const { account, role } = readerOf(request, villageId);
      if (!mayExportPersons(role)) {
        report.event('forbidden', { account: account.id, village: villageId, kind: 'coverage-full' });
        throw new ApiError('forbidden');
      }
      const { contents, density, planned, dark } = request.body;
      const toWhom = toWhomOf(request.body);
      const choice = { contents, variant: 'full', asked: askedOf(density, planned, dark) } as const;
      return handOver(reply, villageId, account, choice, toWhom);
    },
  );
};

const askedOf = (density: string, planned: 'yes' | 'no', darkMeters: number) => ({
  densityIndex: densities.indexOf(Number(density)),
  isWithPlanned: planned === 'yes',
  darkMeters,
});
