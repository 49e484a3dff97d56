/** A village (thôn): its name, boundary, administrative units, numbering profile and targets. */
import * as Type from 'typebox';
import { Polygon, Position } from '../geometry/shapes.ts';
import type { Plain } from '../plain.ts';
import { CalendarDate, Id, Version, oneOf, orNull, record, text } from './fields.ts';
import { NumberingProfile } from './numberingProfile.ts';
import { SignSettings } from './signSettings.ts';

export { defaultNumberingProfile } from './numberingProfile.ts';
export type { NumberingProfile } from './numberingProfile.ts';
export { defaultSignSettings } from './signSettings.ts';

/** NSO (GSO) unit: codes are re-used after mergers, so the key is (code, validFrom) (RULES §4). */
export const AdministrativeUnit = record({
  level: oneOf('commune', 'district', 'province'),
  code: Type.String({ pattern: '^\\d{2,5}$' }),
  name: text(100),
  validFrom: orNull(CalendarDate),
  validTo: orNull(CalendarDate),
});
export type AdministrativeUnit = Plain<typeof AdministrativeUnit>;

export const TargetsOfCriterion3 = record({
  communeCamerasStanding: Type.Integer({ minimum: 0, maximum: 1000 }),
  communeCamerasToAdd: Type.Integer({ minimum: 0, maximum: 1000 }),
  villageCamerasToAdd: Type.Integer({ minimum: 0, maximum: 1000 }),
  lamps: Type.Integer({ minimum: 0, maximum: 10000 }),
  camerasBy: orNull(CalendarDate),
  /** What the plan says it costs, in đồng, and who is to see to it. */
  costDong: orNull(Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })),
  responsible: orNull(text(200)),
});

/** Of a plan that names neither what it costs nor who is to see to it. */
export const unsaidOfCriterion3 = { costDong: null, responsible: null } as const;

/** The dates and figures a village plan promises (criteria 6 and 3). */
export const Targets = record({
  criterion6: orNull(record({ listBy: CalendarDate, completeBy: CalendarDate })),
  criterion3: orNull(TargetsOfCriterion3),
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
  /** The commune's reference point: Plus Codes are shortened against it. Null: nobody has said where it is. */
  communePoint: orNull(Position),
  numberingProfile: NumberingProfile,
  targets: Targets,
  signSettings: SignSettings,
});
export type Village = Plain<typeof Village>;
