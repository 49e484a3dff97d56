/** Files of landmarks, streetlights, cameras and signs: what columns they may have, and what a new one is. */
import { cameraOf, fieldsOfNew, lampOf, usualKits } from '../../coverage/newDevice.ts';
import type { Camera } from '../../records/camera.ts';
import type { Lamp } from '../../records/lamp.ts';
import type { Landmark } from '../../records/landmark.ts';
import { newlyPlanned, type Sign } from '../../records/sign.ts';
import { readChoice, readFigure, readShort } from './cellReadings.ts';
import { cameraFields, lampFields, landmarkFields, signFields, type ImportFieldKey } from './importFields.ts';
import type { Value } from './incoming.ts';
import { pointKind } from './pointKind.ts';
import { textIn, type ReadRow } from './readRows.ts';

const owner = readChoice({
  commune: 'xã, của xã, ubnd xã',
  village: 'thôn, của thôn',
  household: 'hộ, của hộ, hộ gia đình, của hộ gia đình, hộ dân',
});
const deviceState = readChoice({
  existing: 'đang dùng, đang có, hoạt động, tốt, đã lắp',
  planned: 'dự kiến, chưa lắp',
  broken: 'hỏng, không hoạt động',
});
const facingDegrees = readFigure(0, 359.99);
const heightMeters = readFigure(1, 60);

const numberIn = ({ values }: ReadRow, field: ImportFieldKey): number | null => {
  const value = values[field];
  return typeof value === 'number' ? value : null;
};

/** Only what a row says. */
const present = <Fields extends object>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Partial<Fields>;

const valueIn = (record: object, field: string): Value =>
  ((record as Readonly<Record<string, unknown>>)[field] ?? null) as Value;

const saidOfDevice = (read: ReadRow) => ({
  owner: textIn(read, 'owner') as Lamp['owner'] | null,
  state: textIn(read, 'deviceState') as Lamp['state'] | null,
  pole: textIn(read, 'pole'),
  heightMeters: numberIn(read, 'heightMeters'),
});
const deviceValue = (record: Lamp | Camera, field: ImportFieldKey): Value =>
  valueIn(record, field === 'deviceState' ? 'state' : field);

const landmarkKind = pointKind<'landmark'>({
  id: 'landmark',
  fields: landmarkFields,
  readers: {
    name: readShort(100),
    landmarkKind: readChoice({
      temple: 'đền, chùa, đình, miếu, nhà thờ',
      'cultural-house': 'nhà văn hoá',
      school: 'trường, trường học',
      junction: 'ngã ba, ngã tư, giao lộ',
      market: 'chợ',
      gate: 'cổng, cổng làng',
      other: 'khác, waypoint, flag, pin',
    }),
  },
  called: 'name',
  valueOf: valueIn,
  said: (read) =>
    present({ name: textIn(read, 'name'), landmarkKind: textIn(read, 'landmarkKind') }) as Partial<Landmark>,
  made: (id, place, read) => {
    const name = textIn(read, 'name');
    const kind = textIn(read, 'landmarkKind') as Landmark['landmarkKind'] | null;
    return name === null ? null : { id, place, name, landmarkKind: kind ?? 'other' };
  },
});

const lampKind = pointKind<'lamp'>({
  id: 'lamp',
  fields: lampFields,
  readers: { owner, deviceState, heightMeters, pole: readShort(40), powerWatts: readFigure(1, 2000) },
  called: 'pole',
  valueOf: deviceValue,
  said: (read) => present({ ...saidOfDevice(read), powerWatts: numberIn(read, 'powerWatts') }) as Partial<Lamp>,
  made: (id, place, read) => {
    const said = present({ ...saidOfDevice(read), powerWatts: numberIn(read, 'powerWatts') }) as Partial<Lamp>;
    // What a file tells of stands there, unless it says otherwise.
    return { ...fieldsOfNew(lampOf(usualKits.lamp, 'village', place, id)), state: 'existing', ...said };
  },
});

const saidOfCamera = (read: ReadRow): Partial<Camera> =>
  present({
    ...saidOfDevice(read),
    name: textIn(read, 'name'),
    facingDegrees: numberIn(read, 'facingDegrees'),
  }) as Partial<Camera>;

const cameraKind = pointKind<'camera'>({
  id: 'camera',
  fields: cameraFields,
  readers: { owner, deviceState, heightMeters, facingDegrees, name: readShort(100), pole: readShort(40) },
  called: 'name',
  valueOf: deviceValue,
  said: saidOfCamera,
  made: (id, place, read) => {
    const said = saidOfCamera(read);
    const usual = cameraOf(usualKits.camera, said.owner ?? 'village', place, said.facingDegrees ?? 0, id);
    return { ...fieldsOfNew(usual), state: 'existing', ...said };
  },
});

/** Plates of houses are kept to rules of their own and are no matter of a file. */
const signKind = pointKind<'sign'>({
  id: 'sign',
  fields: signFields,
  readers: {
    faces: readShort(120),
    facingDegrees,
    signKind: readChoice({
      'road-name': 'biển tên đường, tên đường',
      'lane-mouth': 'biển đầu ngõ, đầu ngõ',
      direction: 'biển chỉ dẫn, chỉ dẫn, chỉ đường',
      'village-entrance': 'biển đầu thôn, đầu thôn, cổng thôn',
    }),
  },
  called: 'faces',
  valueOf: (record, field) => (field === 'faces' ? record.faces.join(' / ') : valueIn(record, field)),
  said: (read) => {
    const faces = textIn(read, 'faces');
    const fields = { signKind: textIn(read, 'signKind'), facingDegrees: numberIn(read, 'facingDegrees') };
    return present({ ...fields, faces: faces === null ? null : [faces] }) as Partial<Sign>;
  },
  made: (id, place, read) => {
    const faces = textIn(read, 'faces');
    if (faces === null) return null;
    const kind = (textIn(read, 'signKind') ?? kindOfText(faces)) as Sign['signKind'];
    const facing = numberIn(read, 'facingDegrees') ?? 0;
    return {
      ...newlyPlanned,
      id,
      place,
      faces: [faces],
      signKind: kind,
      facingDegrees: facing,
      post: 'new',
      state: 'installed',
    };
  },
});

const kindOfText = (text: string): Sign['signKind'] =>
  /^(ngõ|ngách|kiệt|hẻm)\s/iu.test(text) ? 'lane-mouth' : /^(đường|phố)\s/iu.test(text) ? 'road-name' : 'direction';

export const pointKinds = [landmarkKind, lampKind, cameraKind, signKind] as const;
