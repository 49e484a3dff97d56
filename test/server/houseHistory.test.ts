/** The history of one house tells nobody of what they may not see, not even that there is something (RULES §6). */
import { expect, it } from 'vitest';
import type { Role } from '../../domain/permissions.ts';
import { aCamera, at } from '../domain/builders.ts';
import { describeDatabases } from '../databases.ts';
import { ids, newId, useApp, villageId } from './harness.ts';

describeDatabases('the history of a house', (context) => {
  const { as, stored } = useApp(context);
  const historyOf = async (role: Role, record: string): Promise<string[]> => {
    const answer = await as(role).get(`/api/villages/${villageId}/changes?record=${record}`);
    expect(answer.statusCode).toBe(200);
    return answer.json<{ entries: { kind: string }[] }>().entries.map(({ kind }) => kind);
  };

  it('shows its private camera and its people to those at work, and not even a line of them to others', async () => {
    const household = {
      id: newId(),
      houseId: ids.house,
      ordinal: 7,
      headName: 'Người Kín',
      phone: null,
      surveyAnswers: {},
    };
    expect((await as('officer').edit('household.add', household)).statusCode).toBe(200);
    const {
      kind: _kind,
      version: _version,
      ...camera
    } = aCamera(at(-90, 12), { owner: 'household', houseId: ids.house });
    expect((await as('officer').edit('camera.add', { ...camera, id: newId() })).statusCode).toBe(200);
    const name = { id: ids.house, changes: { name: 'Nhà thử' } };
    expect((await as('head').edit('house.update', name, { basis: { [ids.house]: 1 } })).statusCode).toBe(200);

    expect((await historyOf('head', ids.house)).slice(0, 3)).toEqual(['house.update', 'camera.add', 'household.add']);
    for (const role of ['telecom', 'viewer'] as const) {
      const kinds = await historyOf(role, ids.house);
      expect(kinds[0]).toBe('house.update');
      expect(kinds).not.toContain('camera.add');
      expect(kinds).not.toContain('household.add');
      expect(await historyOf(role, household.id)).toEqual([]);
    }
    expect(await stored()).toContain('Người Kín');
  });
});
