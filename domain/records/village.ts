/** A village (thôn): its name, boundary, administrative units, numbering profile and targets. */
import Type from 'typebox';
import { Polygon } from '../geometry/shapes.ts';
import type { Plain } from '../plain.ts';
import { CalendarDate, Id, Version, oneOf, orNull, record, text } from './fields.ts';

/** NSO (GSO) unit: codes are re-used after mergers, so the key is (code, validFrom) (RULES §4). */
export const AdministrativeUnit = record({
  level: oneOf('commune', 'district', 'province'),
  code: Type.String({ pattern: '^\\d{2,5}$' }),
  name: text(100),
  validFrom: orNull(CalendarDate),
  validTo: orNull(CalendarDate),
});
export type AdministrativeUnit = Plain<typeof AdministrativeUnit>;

/** Choices the law leaves open, recorded once for the village (TT 08/2024/TT-BXD; RULES §1.4–1.5). */
export const NumberingProfile = record({
  id: Type.Literal('vn-2024'),
  /** How a house between two consecutive numbers is told apart: 20A or 20-1 (RULES R5). */
  insertion: oneOf('letter', 'dash'),
  /** Leave out Đ after D because plates and SMS lose its bar (RULES §1.4). */
  skipDStroke: Type.Boolean(),
  /** One-sided lanes: keep one parity, or number 1, 2, 3… (RULES §1.5, silent point iii). */
  oneSidedLanes: oneOf('keep-parity', 'continuous'),
  /** Width of a plot for which one number is kept free along a vacant stretch; null keeps none (R4). */
  reservePlotWidthMeters: orNull(Type.Number({ minimum: 3, maximum: 200 })),
  /** A house farther than this from every road is reported, not numbered. */
  maxEntranceDistanceMeters: Type.Number({ minimum: 5, maximum: 500 }),
});
export type NumberingProfile = Plain<typeof NumberingProfile>;

export const defaultNumberingProfile: NumberingProfile = {
  id: 'vn-2024',
  insertion: 'letter',
  skipDStroke: false,
  oneSidedLanes: 'keep-parity',
  reservePlotWidthMeters: null,
  maxEntranceDistanceMeters: 80,
};

/** The dates and figures a village plan promises (criteria 6 and 3). */
export const Targets = record({
  criterion6: orNull(record({ listBy: CalendarDate, completeBy: CalendarDate })),
  criterion3: orNull(
    record({
      communeCamerasStanding: Type.Integer({ minimum: 0, maximum: 1000 }),
      communeCamerasToAdd: Type.Integer({ minimum: 0, maximum: 1000 }),
      villageCamerasToAdd: Type.Integer({ minimum: 0, maximum: 1000 }),
      lamps: Type.Integer({ minimum: 0, maximum: 10000 }),
      camerasBy: orNull(CalendarDate),
    }),
  ),
});
export type Targets = Plain<typeof Targets>;

export const Village = record({
  kind: Type.Literal('village'),
  id: Id,
  version: Version,
  name: text(100),
  boundary: Polygon,
  /** Made-up data: shown as "dữ liệu minh hoạ" wherever the village is shown. */
  isSample: Type.Boolean(),
  currentUnits: Type.Array(AdministrativeUnit, { maxItems: 5 }),
  formerUnits: Type.Array(AdministrativeUnit, { maxItems: 20 }),
  numberingProfile: NumberingProfile,
  targets: Targets,
});
export type Village = Plain<typeof Village>;
