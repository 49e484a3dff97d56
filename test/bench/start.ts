/** From the command to the line with the address: the very first time, and every time after. */
import { startProduct, withTemporaryFolder } from '../product.ts';
import { inMilliseconds, type Bench } from './figure.ts';

export const startBench: Bench = () =>
  withTemporaryFolder(async (dataFolder) => {
    // The client may have to be built: that is done once and not part of the figures.
    await withTemporaryFolder(async (folder) => (await startProduct({ dataFolder: folder })).stop());
    const first = await startProduct({ dataFolder });
    await first.stop();
    const second = await startProduct({ dataFolder });
    await second.stop();
    return [
      inMilliseconds('first start: new database and sample village', first.startMilliseconds, null),
      inMilliseconds('second start', second.startMilliseconds, 3000),
    ];
  });
