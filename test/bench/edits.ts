/** One edit and one village load over HTTP, on each database: what a person waits for on the server's side. */
import { unsaidOfLamp } from '../../domain/records/lamp.ts';
import { signIn, type ApiClient } from '../apiClient.ts';
import { at, newId } from '../domain/builders.ts';
import { startProduct, withTemporaryFolder } from '../product.ts';
import { inKilobytes, inMilliseconds, medianMilliseconds, type Bench, type Figure } from './figure.ts';

const editRuns = 40;

async function measure(databaseName: string, api: ApiClient): Promise<Figure[]> {
  const villageId = api.villages[0]?.id;
  if (villageId === undefined) throw new Error('the sample village is missing');
  let n = 0;
  const addLamp = () =>
    api.perform(villageId, newId(), 'lamp.add', {
      id: newId(),
      place: at((n++ % 20) * 5, 10),
      owner: 'village',
      state: 'planned',
      heightMeters: null,
      powerWatts: null,
      ...unsaidOfLamp,
    });
  const edit = await medianMilliseconds(addLamp, editRuns);
  const path = `/api/villages/${villageId}`;
  const load = await medianMilliseconds(() => api.get(path, { 'accept-encoding': 'br' }), 20);
  const { body } = await api.get(path, { 'accept-encoding': 'br' });
  return [
    inMilliseconds(`perform of one edit on ${databaseName}`, edit, 30),
    inMilliseconds(`village load on ${databaseName}, server time`, load, null),
    inKilobytes(`village load on ${databaseName}, compressed`, body.length, null),
  ];
}

export const editBench =
  (databaseName: string, databaseUrl?: string): Bench =>
  () =>
    withTemporaryFolder(async (dataFolder) => {
      const product = await startProduct({ dataFolder, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
      try {
        return await measure(databaseName, await signIn(product.url, 'canbo'));
      } finally {
        await product.stop();
      }
    });
