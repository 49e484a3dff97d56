import { afterAll, describe, expect, it } from 'vitest';
import type { Change } from '../../../domain/records/change.ts';
import type { House } from '../../../domain/records/house.ts';
import { migrate, readMigrations } from '../../../server/db/migrations.ts';
import { openDatabase, openOwned } from '../../../server/db/open.ts';
import { loadWorld } from '../../../server/db/villages.ts';
import { postgresHere, testDatabase, type TestDatabase } from '../../databases.ts';
import { addAuthor, columnsAfter, write } from './performing.ts';
import { created, decision, editOf, house, idOf, lane, road, village, villageId } from './sampleRecords.ts';

const silent = () => undefined;
const laterColumns = columnsAfter(4);

const point = { ...house, id: idOf(201), footprint: null, chosenRoadId: null };
const outline = { ...house, id: idOf(202), chosenRoadId: null };
const moved = { ...house, id: idOf(203), chosenRoadId: null };
const houses: readonly House[] = [point, outline, moved];

describe('a database from before doors were told apart', { timeout: 180_000 }, () => {
  const made: TestDatabase[] = [];
  afterAll(async () => {
    for (const database of made) await database.remove();
  });

  for (const engine of ['pglite', 'postgres'] as const) {
    for (const isSample of [false, true]) {
      const title = `takes the door of an outline nobody touched as assumed${isSample ? ', but not in the sample' : ''}`;
      it.skipIf(engine === 'postgres' && !postgresHere)(`${title} (${engine})`, async () => {
        const database = await testDatabase(engine, 'begun');
        made.push(database);
        const owned = await openOwned(database.target, silent);
        await migrate(owned.connection, (await readMigrations()).slice(0, 4), silent);
        await owned.connection.script(laterColumns.add);
        const before = await owned.toApplication();
        await addAuthor(before);
        const records = [{ ...village, isSample }, decision, road, lane, ...houses];
        await write(before, editOf(1001, 'village.create', {}), created(records));
        const after = { ...moved, version: 2, entrance: [105.7883, 19.9732] } as const;
        const change: Change = { created: [], updated: [[moved, after]], deleted: [] };
        await write(before, editOf(1002, 'house.move', { id: moved.id, entrance: after.entrance }), change);
        await before.close();
        const again = await openOwned(database.target, silent);
        await again.connection.script(laterColumns.drop);
        await again.close();

        const opened = await openDatabase(database.target, silent);
        const world = await loadWorld(opened.db, villageId);
        const originOf = ({ id }: House) => world.house.get(id)?.entranceOrigin;
        expect(houses.map(originOf)).toEqual(['shown', isSample ? 'shown' : 'assumed', 'shown']);
        expect([...world.road.values()].map(({ madeFor }) => madeFor)).toEqual(['vehicles', 'vehicles']);
        expect(world.village.get(villageId)?.communePoint).toBeNull();
        await opened.close();
      });
    }
  }
});
