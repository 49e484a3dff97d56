/** A database from before cameras and lamps said more of themselves: they say nothing more, and the plan names no cost. */
import { afterAll, describe, expect, it } from 'vitest';
import { unsaidOfCamera } from '../../../domain/records/camera.ts';
import { unsaidOfLamp } from '../../../domain/records/lamp.ts';
import type { Village } from '../../../domain/records/village.ts';
import { migrate, readMigrations } from '../../../server/db/migrations.ts';
import { openDatabase, openOwned } from '../../../server/db/open.ts';
import { loadWorld } from '../../../server/db/villages.ts';
import { postgresHere, testDatabase, type TestDatabase } from '../../databases.ts';
import { addAuthor, columnsAfter, write } from './performing.ts';
import { camera, created, editOf, lamp, village, villageId } from './sampleRecords.ts';

const silent = () => undefined;
const laterColumns = columnsAfter(11);

const { costDong: _cost, responsible: _responsible, ...criterion3 } = village.targets.criterion3!;
const asOfOld = { ...village, targets: { ...village.targets, criterion3 } } as unknown as Village;
const plain = { camera: { ...camera, ...unsaidOfCamera }, lamp: { ...lamp, ...unsaidOfLamp } };

describe('a database from before the optics of cameras', { timeout: 180_000 }, () => {
  const made: TestDatabase[] = [];
  afterAll(async () => {
    for (const database of made) await database.remove();
  });

  for (const engine of ['pglite', 'postgres'] as const) {
    it.skipIf(engine === 'postgres' && !postgresHere)(`is brought up to date (${engine})`, async () => {
      const database = await testDatabase(engine, 'begun');
      made.push(database);
      const owned = await openOwned(database.target, silent);
      await migrate(owned.connection, (await readMigrations()).slice(0, 11), silent);
      await owned.connection.script(laterColumns.add);
      const before = await owned.toApplication();
      await addAuthor(before);
      await write(before, editOf(1001, 'village.create', {}), created([asOfOld, plain.camera, plain.lamp]));
      await before.close();
      const again = await openOwned(database.target, silent);
      await again.connection.script(laterColumns.drop);
      await again.close();

      const opened = await openDatabase(database.target, silent);
      const world = await loadWorld(opened.db, villageId);
      expect(world.camera.get(camera.id)).toEqual(plain.camera);
      expect(world.lamp.get(lamp.id)).toEqual(plain.lamp);
      expect(world.village.get(villageId)?.targets).toEqual({
        ...village.targets,
        criterion3: { ...criterion3, costDong: null, responsible: null },
      });
      await opened.close();
    });
  }
});
