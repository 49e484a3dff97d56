/** Edits that a page from before migration 0012 kept on the device, found there by the page of today. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { KeptEdit } from '../../../web/state/keptEdits.ts';
import type { VillageAccess } from '../../../web/sync/session.ts';
import { aCamera, at, idOf, newId } from '../../domain/builders.ts';
import { newDevice } from './onDevice.ts';
import { pageOf } from './pageOf.ts';
import { villageServer, type VillageServer } from './villageServer.ts';

const person = { id: newId(), username: 'an', displayName: 'Ánh' };
const village: VillageAccess = { id: idOf(0x71), name: 'Thôn Gần', role: 'officer', isSample: false };
const camera = {
  id: idOf(0x900),
  name: null,
  place: at(10, 3),
  owner: 'village',
  state: 'planned',
  facingDegrees: 90,
  horizontalFieldOfViewDegrees: 84,
  heightMeters: 6,
  horizontalPixels: 1920,
  houseId: null,
};
const lamp = {
  id: idOf(0x901),
  place: at(20, 3),
  owner: 'village',
  state: 'existing',
  heightMeters: 7,
  powerWatts: 60,
};
const { facingDegrees: _facing, ...facingNowhere } = { ...camera, id: idOf(0x902) };

const kept = (kind: string, input: object, rest: { basis?: object; restsOn?: string[] } = {}): KeptEdit =>
  ({
    edit: {
      ...{ id: newId(), villageId: village.id, kind, input, basis: rest.basis ?? {} },
      ...{ author: person.id, at: '2026-11-20T01:00:00.000Z' },
    },
    ...{ villageName: village.name, isShown: true, restsOn: rest.restsOn ?? [], seen: [], undoes: null },
    ...{ by: { id: person.id, displayName: person.displayName }, tab: 'of-before' },
  }) as unknown as KeptEdit;

let server: VillageServer;
let page: Awaited<ReturnType<typeof pageOf>> | undefined;
const newPage = async () => (page = await pageOf(server, person, village));

beforeEach(() => {
  newDevice();
  server = villageServer(person, [village, []]);
});
afterEach(() => {
  page?.closeVillage();
  vi.unstubAllGlobals();
});

it('cameras and lamps arrive as the migration completes stored ones, with what was done on top of them', async () => {
  const { keepEdit } = await import('../../../web/state/keptEdits.ts');
  await keepEdit(kept('camera.add', camera));
  const turned = { id: camera.id, changes: { facingDegrees: 180 } };
  await keepEdit(kept('camera.update', turned, { basis: { [camera.id]: 1 } }));
  await keepEdit(kept('lamp.add', lamp));
  let letGo = (): void => undefined;
  server.hold = new Promise((resolve) => (letGo = resolve));
  const { keptEdits, unsent, village: opened } = await newPage();
  const whole = aCamera(at(10, 3), { ...(camera as object), version: 2, facingDegrees: 180 });
  // Shown whole while it waits.
  expect(opened.world.camera.get(camera.id)).toEqual(whole);
  letGo();
  await vi.waitFor(async () => expect(await keptEdits()).toEqual([]), 10_000);
  expect(unsent.refused).toEqual([]);
  expect([...server.world(village.id).camera.values()]).toEqual([whole]);
  const [arrived] = server.world(village.id).lamp.values();
  expect(arrived).toMatchObject({ ...lamp, lightSource: null, fluxLumens: null, litRadiusMeters: null, pole: null });
  expect(opened.world.camera.get(camera.id)).toEqual(whole);
}, 60_000);

it('what cannot be taken is refused in words with what rests on it, and stays; what came after it is sent', async () => {
  const { keepEdit } = await import('../../../web/state/keptEdits.ts');
  const wrong = kept('camera.add', facingNowhere);
  const moved = { id: facingNowhere.id, changes: { place: at(1, 1) } };
  await keepEdit(wrong);
  await keepEdit(kept('camera.update', moved, { basis: { [facingNowhere.id]: 1 }, restsOn: [wrong.edit.id] }));
  await keepEdit(kept('lamp.add', lamp));
  const first = await newPage();
  await vi.waitFor(async () => expect(await first.keptEdits()).toEqual([]), 10_000);
  expect([...server.world(village.id).lamp.keys()]).toEqual([lamp.id]);
  first.closeVillage();
  const again = await newPage();
  const { whyRefused } = await import('../../../web/state/refusedAfterwards.ts');
  const [added, rested] = again.unsent.refused;
  expect(again.unsent.refused).toHaveLength(2);
  expect([added!.edit.kind, whyRefused(added!.failure)]).toEqual(['camera.add', 'Dữ liệu gửi lên không đúng mẫu.']);
  expect([rested!.edit.kind, rested!.failure.code]).toEqual(['camera.update', 'stale-version']);
  expect(added!.edit.input).toEqual(facingNowhere);
  expect([...server.world(village.id).camera.keys()]).toEqual([]);
}, 60_000);
