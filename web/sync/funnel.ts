/** Criterion 6 of a village that is not open on the page. */
import type { FunnelCounts } from '../../domain/coverage/funnel.ts';
import type { Id } from '../../domain/records/fields.ts';
import { call, type Answer } from './api.ts';

export const readFunnel = (villageId: Id): Promise<Answer<FunnelCounts>> =>
  call('GET', `/api/villages/${villageId}/funnel`);
