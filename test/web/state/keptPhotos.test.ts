import { beforeEach, describe, expect, it } from 'vitest';
import type { KeptPhoto } from '../../../web/state/keptPhotos.ts';
import { newDevice } from './onDevice.ts';

beforeEach(newDevice);

const device = () => import('../../../web/state/keptPhotos.ts');
const photo = (id: string, authorId = 'ann'): KeptPhoto => ({
  ...{ id, authorId, villageId: 'v', signId: 's', takenOn: '2026-11-29', type: 'image/jpeg' },
  ...({ state: 'damaged', stateDay: '2026-11-20' } as const),
  bytes: new Uint8Array([0xff, 0xd8, 0, 7]).buffer,
});

describe('pictures that wait on the device', () => {
  it('come back byte for byte, each once, and are gone once sent', async () => {
    const { keepPhoto, keptPhotosOf, forgetPhoto } = await device();
    await keepPhoto(photo('a'));
    await keepPhoto(photo('a'));
    await keepPhoto(photo('b'));
    const kept = await keptPhotosOf('ann');
    expect(kept.map(({ id }) => id)).toEqual(['a', 'b']);
    expect([...new Uint8Array(kept[0]!.bytes)]).toEqual([0xff, 0xd8, 0, 7]);
    await forgetPhoto('a');
    expect((await keptPhotosOf('ann')).map(({ id }) => id)).toEqual(['b']);
  });

  it('are those of one person: another who uses the device does not get them', async () => {
    const { keepPhoto, keptPhotosOf } = await device();
    await keepPhoto(photo('a'));
    expect(await keptPhotosOf('binh')).toEqual([]);
  });

  it('find room on a device that keeps edits of an older version, which stay', async () => {
    const older = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('so-nha', 1);
      request.onupgradeneeded = () => {
        const edits = request.result.createObjectStore('edits', { keyPath: 'order', autoIncrement: true });
        edits.createIndex('id', 'edit.id', { unique: true });
        edits.add({ edit: { id: 'old' }, by: { id: 'ann', displayName: 'Ánh' }, tab: 't' });
        request.result.createObjectStore('refused', { keyPath: 'id' });
        request.result.createObjectStore('drawings', { keyPath: 'key' });
      };
      request.onsuccess = () => resolve(request.result);
    });
    older.close();
    const { keepPhoto, keptPhotosOf } = await device();
    await keepPhoto(photo('a'));
    expect(await keptPhotosOf('ann')).toHaveLength(1);
    const { keptEdits } = await import('../../../web/state/keptEdits.ts');
    expect((await keptEdits()).map(({ edit }) => edit.id)).toEqual(['old']);
  });
});
