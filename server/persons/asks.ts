/** Who answers persons, and which day it is where they ask. */
import type { FastifyRequest } from 'fastify';
import { mayAnswerPersons, type Role } from '../../domain/permissions.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Account } from '../auth/grants.ts';
import { readerOf } from '../auth/session.ts';
import { ApiError } from '../errors.ts';
import type { Reporter } from '../report.ts';

/** @throws ApiError forbidden */
export function answererOf(
  request: FastifyRequest,
  villageId: Id,
  report: Reporter,
): { readonly account: Account; readonly role: Role } {
  const reader = readerOf(request, villageId);
  if (mayAnswerPersons(reader.role)) return reader;
  report.event('forbidden', { account: reader.account.id, village: villageId, kind: 'persons' });
  throw new ApiError('forbidden');
}

/** The day in Vietnam, yyyy-mm-dd. */
export const vietnamDayOf = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
