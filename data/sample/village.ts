/** What the sample says about the village itself: units, targets of the 2022 plan, and a boundary laid by hand. */
import { defaultNumberingProfile, defaultSignSettings, type Village } from '../../domain/records/village.ts';
import type { Polygon } from '../../domain/geometry/shapes.ts';
import { points, type Point } from './plane.ts';

/** Around the village with its fields, about a kilometre across. */
export const boundaryThrough: readonly Point[] = points(
  '-545 -150, -520 -60, -436 -18, -372 60, -330 148, -246 196, -190 282, -128 372, -58 398, -12 470, 70 522, 140 478, 168 392, 236 330, 330 286, 388 214, 470 232, 548 190, 536 112, 462 38, 404 -66, 318 -128, 292 -224, 206 -296, 126 -352, 74 -444, -4 -452, -82 -372, -168 -340, -252 -278, -330 -236, -424 -236, -516 -226',
);

/** Where its axes cross: inside the former commune of Hà Sơn. The real village's place is not known. */
export const origin = [105.788, 19.97] as const;

/** Codes of the statistics office with the days from and to which they hold (RULES §4). */
export function villageFields(boundary: Polygon): Omit<Village, 'kind' | 'id' | 'version'> {
  return {
    name: 'Thôn Chí Phúc',
    boundary,
    isSample: true,
    currentUnits: [
      { level: 'commune', code: '15316', name: 'Xã Tống Sơn', validFrom: '2025-07-01', validTo: null },
      { level: 'province', code: '38', name: 'Tỉnh Thanh Hóa', validFrom: null, validTo: null },
    ],
    formerUnits: [
      { level: 'commune', code: '15313', name: 'Xã Hà Sơn', validFrom: null, validTo: '2025-06-30' },
      { level: 'district', code: '392', name: 'Huyện Hà Trung', validFrom: null, validTo: '2025-06-30' },
    ],
    // The middle of the former xã Hà Sơn.
    communePoint: [105.788, 19.97],
    numberingProfile: defaultNumberingProfile,
    targets: {
      criterion6: { listBy: '2022-10-10', completeBy: '2022-11-30' },
      criterion3: {
        communeCamerasStanding: 2,
        communeCamerasToAdd: 3,
        villageCamerasToAdd: 1,
        lamps: 45,
        camerasBy: '2022-10-30',
        costDong: 5_000_000,
        responsible: 'Chủ tịch UBND xã',
      },
    },
    signSettings: defaultSignSettings,
  };
}
