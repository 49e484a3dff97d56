/** One small village for the database's tests: a record of every kind, with every optional field both ways. */
import type { Edit } from '../../../domain/edits/edit.ts';
import type { Change } from '../../../domain/records/change.ts';
import type { AnyRecord, RecordOf } from '../../../domain/records/record.ts';
import { defaultNumberingProfile, defaultSignSettings } from '../../../domain/records/village.ts';

/** UUIDv7s by number: readable in a failing test. */
export const idOf = (n: number): string => `01930000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const villageId = idOf(1);
export const authorId = idOf(900);

export const village: RecordOf['village'] = {
  kind: 'village',
  id: villageId,
  version: 1,
  name: 'Thôn Chí Phúc',
  boundary: {
    type: 'Polygon',
    coordinates: [
      [
        [105.78, 19.96],
        [105.8, 19.96],
        [105.8, 19.98],
        [105.78, 19.98],
        [105.78, 19.96],
      ],
    ],
  },
  isSample: true,
  currentUnits: [{ level: 'commune', code: '15316', name: 'xã Tống Sơn', validFrom: '2025-07-01', validTo: null }],
  formerUnits: [{ level: 'district', code: '388', name: 'huyện Hà Trung', validFrom: null, validTo: '2025-06-30' }],
  communePoint: [105.7859, 20.0144],
  numberingProfile: { ...defaultNumberingProfile, reservePlotWidthMeters: 4.5 },
  targets: {
    criterion6: { listBy: '2022-10-10', completeBy: '2022-11-30' },
    criterion3: {
      ...{ communeCamerasStanding: 2, communeCamerasToAdd: 3, villageCamerasToAdd: 1, lamps: 45, camerasBy: null },
      ...{ costDong: 5_000_000, responsible: 'Chủ tịch UBND xã' },
    },
  },
  signSettings: { ...defaultSignSettings, repeatMeters: 400, budgetVnd: 25_000_000 },
};

export const decision: RecordOf['decision'] = {
  kind: 'decision',
  id: idOf(10),
  version: 1,
  number: '12/QĐ-UBND',
  date: '2022-11-01',
  signatory: 'Chủ tịch UBND xã',
  scope: 'Đặt số nhà thôn Chí Phúc "đợt 1"',
};

export const road: RecordOf['road'] = {
  kind: 'road',
  id: idOf(20),
  version: 1,
  class: 'road',
  name: 'Đường Đền Hàn',
  numberName: null,
  parentRoadId: null,
  line: {
    type: 'LineString',
    coordinates: [
      [105.7880001, 19.975],
      [105.7881234, 19.9712345],
      [105.7879, 19.9699999],
    ],
  },
  directionReason: 'Từ đền ra',
  widthMeters: 5.5,
  madeFor: 'vehicles',
  state: 'existing',
  decisionId: idOf(10),
};

export const lane: RecordOf['road'] = {
  ...road,
  id: idOf(21),
  class: 'lane',
  name: null,
  numberName: '12Đ',
  parentRoadId: road.id,
  line: {
    type: 'LineString',
    coordinates: [
      [105.7881234, 19.9712345],
      [105.7892, 19.9713],
    ],
  },
  directionReason: null,
  widthMeters: 0.5,
  madeFor: 'feet',
  decisionId: null,
};

export const house: RecordOf['house'] = {
  kind: 'house',
  id: idOf(30),
  version: 1,
  name: null,
  entrance: [105.78821, 19.9732109],
  entranceOrigin: 'assumed',
  footprint: {
    type: 'Polygon',
    coordinates: [
      [
        [105.78821, 19.9732],
        [105.7884, 19.9732],
        [105.7884, 19.9733],
        [105.78821, 19.9733],
        [105.78821, 19.9732],
      ],
      [
        [105.7883, 19.97322],
        [105.7883, 19.97324],
        [105.78832, 19.97324],
        [105.7883, 19.97322],
      ],
    ],
  },
  use: 'residential',
  state: 'standing',
  parcel: { sheet: '7', plot: '123a' },
  chosenRoadId: road.id,
};

export const hall: RecordOf['house'] = {
  ...house,
  id: idOf(31),
  name: 'Nhà văn hoá',
  entrance: [105.7885, 19.9713],
  footprint: null,
  use: 'public',
  parcel: null,
  chosenRoadId: null,
};

export const household: RecordOf['household'] = {
  kind: 'household',
  id: idOf(40),
  version: 1,
  houseId: house.id,
  ordinal: 17,
  headName: 'Nguyễn Văn Thử',
  phone: '0912345678',
  surveyAnswers: { 'q-2': 'có', 'q-1': 'không "rõ"' },
};

export const address: RecordOf['address'] = {
  kind: 'address',
  id: idOf(50),
  version: 1,
  houseId: house.id,
  roadId: road.id,
  measureMeters: 198.37,
  side: 'left',
  number: '5',
  numberedBy: 'hand',
  entrance: house.entrance,
  plusCode: '7PF7XQFQ+77P',
  state: 'draft',
  decisionId: null,
  issuedOn: null,
  retiredDecisionId: null,
  retiredOn: null,
  retiredAs: null,
};

export const hallAddress: RecordOf['address'] = {
  ...address,
  id: idOf(51),
  houseId: hall.id,
  roadId: lane.id,
  measureMeters: 0,
  side: 'right',
  number: '20-1',
  entrance: hall.entrance,
  plusCode: '7PF7XQCQ+GCC2',
  state: 'issued',
  decisionId: decision.id,
  issuedOn: decision.date,
};

export const externalCode: RecordOf['externalCode'] = {
  kind: 'externalCode',
  id: idOf(60),
  version: 1,
  houseId: house.id,
  scheme: 'ndas10',
  value: '0440012345',
  issuedBy: 'Vietnam Post',
  issuedOn: null,
};

export const platformAnswer: RecordOf['platformAnswer'] = {
  kind: 'platformAnswer',
  id: idOf(65),
  version: 1,
  houseId: house.id,
  system: 'vnpt',
  verdict: 'rejected',
  reason: 'Trùng với địa chỉ khác',
  answeredOn: '2022-12-05',
  releaseNumber: 2,
  plusCode: address.plusCode,
  address: 'Số 5, Đường Đền Hàn',
};

export const sign: RecordOf['sign'] = {
  kind: 'sign',
  id: idOf(70),
  version: 1,
  signKind: 'road-name',
  place: [105.788, 19.9749999],
  facingDegrees: 359.999,
  faces: ['ĐƯỜNG\nĐỀN HÀN', 'ĐƯỜNG\nĐỀN HÀN'],
  size: { widthMillimeters: 750, heightMillimeters: 400 },
  post: 'existing-pole',
  state: 'missing',
  stateDay: '2022-11-30',
  stateNote: 'Mất sau bão',
  dueDay: '2022-12-31',
  photoId: idOf(75),
  priceVnd: 1_000_000_000,
  roadId: road.id,
  houseId: null,
  landmarkId: idOf(100),
};

export const camera: RecordOf['camera'] = {
  kind: 'camera',
  id: idOf(80),
  version: 1,
  name: 'Ngã ba',
  place: [105.7881, 19.9721],
  owner: 'commune',
  state: 'existing',
  facingDegrees: 0,
  horizontalFieldOfViewDegrees: 83.4,
  heightMeters: 4.5,
  horizontalPixels: 1920,
  houseId: null,
  ...{ tiltDegrees: 12.5, verticalPixels: 1080, nightRangeMeters: 0, model: 'Thân trụ 4 mm', pole: 'CP-07' },
  ...{ consentOn: null, consentWithdrawnOn: null },
};

export const householdCamera: RecordOf['camera'] = {
  ...camera,
  id: idOf(81),
  name: null,
  owner: 'household',
  heightMeters: null,
  horizontalPixels: null,
  houseId: house.id,
  ...{ tiltDegrees: null, verticalPixels: null, nightRangeMeters: null, model: null, pole: null },
  ...{ consentOn: '2022-09-20', consentWithdrawnOn: '2022-10-01' },
};

export const lamp: RecordOf['lamp'] = {
  kind: 'lamp',
  id: idOf(90),
  version: 1,
  place: [105.7882, 19.9722],
  owner: 'village',
  state: 'broken',
  heightMeters: 6,
  powerWatts: null,
  ...{ lightSource: 'sodium', fluxLumens: 6000, litRadiusMeters: 14.5, pole: 'CP-07' },
};

export const landmark: RecordOf['landmark'] = {
  kind: 'landmark',
  id: idOf(100),
  version: 1,
  landmarkKind: 'temple',
  name: 'Đền Hàn',
  place: [105.7879, 19.97],
};

export const candidate: RecordOf['candidate'] = {
  kind: 'candidate',
  id: idOf(110),
  version: 1,
  footprint: {
    type: 'Polygon',
    coordinates: [
      [
        [105.7885, 19.9705],
        [105.7886, 19.9705],
        [105.7886, 19.9706],
        [105.7885, 19.9706],
        [105.7885, 19.9705],
      ],
    ],
  },
  source: 'open_buildings_v3.csv',
  confidence: 0.8125,
  state: 'open',
};

export const exception: RecordOf['exception'] = {
  kind: 'exception',
  id: idOf(111),
  version: 1,
  checkId: 'entrance-far',
  recordIds: [house.id, road.id],
  facts: '00ff12ab34cd56ef',
  reason: 'Cổng ở cuối sân, đã đo',
  authorId,
  acceptedAt: '2026-01-02T03:04:05.060Z',
};

export const everyRecord: readonly AnyRecord[] = [
  ...[village, decision, road, lane, house, hall, household, address, hallAddress, externalCode, platformAnswer, sign],
  ...[camera, householdCamera, lamp, landmark, candidate, exception],
];

/** The same records as another village's. */
export function inAnotherVillage(otherId: string): AnyRecord[] {
  return everyRecord.map((item) => (item.kind === 'village' ? { ...item, id: otherId, name: 'Thôn khác' } : item));
}

export const created = (records: readonly AnyRecord[]): Change => ({ created: records, updated: [], deleted: [] });

export function editOf(n: number, kind: string, input: unknown, inVillage: string = villageId): Edit {
  return {
    id: idOf(n),
    villageId: inVillage,
    kind,
    input,
    basis: {},
    author: authorId,
    at: '2026-01-02T03:04:05.678Z',
  };
}
