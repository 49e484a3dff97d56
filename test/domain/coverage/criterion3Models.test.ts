import { describe, expect, it } from 'vitest';
import { criterion3Models } from '../../../domain/coverage/criterion3Models.ts';
import { criterion3Verdict, planSheet } from '../../../domain/formats/coverage/planSheets.ts';
import { aCamera, aLamp, at, aVillage } from '../builders.ts';
import { worldOf, type World } from '../../../domain/records/world.ts';

const village = aVillage({
  targets: {
    criterion6: null,
    criterion3: {
      ...{ communeCamerasStanding: 2, communeCamerasToAdd: 3, villageCamerasToAdd: 1, lamps: 45 },
      ...{ camerasBy: '2022-10-30', costDong: 5_000_000, responsible: '=Ông Mẫu' },
    },
  },
});
const household = aCamera(at(0, 0), { owner: 'household' });
const planned = aCamera(at(0, 0), { owner: 'commune', state: 'planned' });
const working = aCamera(at(0, 0), { owner: 'village' });
const verdictOf = (world: World) => criterion3Verdict(world).verdict;

describe('criterion 3 asks for one model in use', () => {
  it("planned cameras, broken lamps and a household's own camera are none", () => {
    const world = worldOf([village, household, planned, aLamp(at(0, 0), { state: 'broken' })]);
    expect(criterion3Models(world)).toEqual({
      isMet: false,
      models: [
        { field: 'security', deviceIds: [] },
        { field: 'lighting', deviceIds: [] },
      ],
    });
    expect(verdictOf(world)).toBe('Chưa đạt');
  });

  it('one working camera of the village is a model, and so is one lamp', () => {
    expect(criterion3Models(worldOf([village, planned, working])).models[0]!.deviceIds).toEqual([working.id]);
    expect(verdictOf(worldOf([village, working]))).toBe('Đạt');
    expect(verdictOf(worldOf([village, aLamp(at(0, 0))]))).toBe('Đạt');
  });

  it('the table has the cost in full and who is responsible, as text', () => {
    const { rows } = planSheet(worldOf([village, working, planned]), false);
    const noteOf = (what: string) => rows.find(([first]) => first === what)?.at(-1);
    expect(noteOf('Kinh phí')).toBe('5.000.000 đồng');
    expect(noteOf('Người phụ trách')).toBe('=Ông Mẫu');
    expect(noteOf('Hạn lắp camera của xã')).toBe('30/10/2022');
    expect(rows[0]).toEqual(['Camera của xã', 2, 3, 5, 0, 1, 0, 5, '4 chưa chọn chỗ']);
  });
});
