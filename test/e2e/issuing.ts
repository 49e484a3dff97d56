/** Steps of the work done beforehand, over HTTP, for tests of what comes after them. */
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import type { Address } from '../../domain/records/address.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Road } from '../../domain/records/road.ts';
import { newId } from '../domain/builders.ts';
import type { Stage } from './inBrowser.ts';

/** The first road of the village gets that name. */
export async function namedRoad(stage: Stage, name: string): Promise<Road> {
  const road = [...(await stage.world()).road.values()].find((one) => one.class === 'road')!;
  await stage.perform('road.name', { id: road.id, name }, { [road.id]: road.version });
  return road;
}

/** Numbers the houses on a road and issues their addresses; gives these. */
export async function issueRoad(stage: Stage, roadId: Id): Promise<readonly Address[]> {
  const on = new Date().toISOString().slice(0, 10);
  const { digest } = planNumbering(await stage.world(), [roadId], newId(), { on });
  await stage.perform('numbering.apply', { roadIds: [roadId], digest });
  const drafts = [...(await stage.world()).address.values()].filter((address) => address.roadId === roadId);
  const decision = {
    ...{ id: newId(), number: '1/QĐ-UBND', date: '2026-01-05' },
    ...{ signatory: 'Chủ tịch', scope: 'Cấp số nhà' },
  };
  const basis = Object.fromEntries(drafts.map(({ id, version }) => [id, version]));
  await stage.perform('address.issue', { addressIds: drafts.map(({ id }) => id), decision }, basis);
  return drafts;
}
