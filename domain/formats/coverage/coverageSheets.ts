/** What cameras see and lamps light as tables: sums, levels, dark stretches, lamps along roads, what broken ones cost. */
import { roadLabel } from '../../addressing/roadName.ts';
import { densities, levels2014, levels2025 } from '../../coverage/cameras/levels.ts';
import { totalMeters } from '../../coverage/stretches.ts';
import type { CoverageAsked, VillageCoverage } from '../../coverage/villageCoverage.ts';
import type { World } from '../../records/world.ts';
import { numberColumn as number, textColumn as text, type Column, type Row } from '../table.ts';
import type { Sheet } from '../xlsx.ts';
import { densityWords, deviceAddressWords, level2014Words, level2025Words, stretchWords } from './deviceWords.ts';

const meters = (value: number): number => Math.round(value * 10) / 10;
const percent = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((1000 * part) / whole) / 10 : null;

const sumColumns: readonly Column[] = [
  text('what', 'Nội dung', 54),
  number('value', 'Mét đường hoặc số lượng', 24),
  number('percent', 'Phần trăm', 12),
  text('note', 'Ghi chú', 60),
];

export function coverageSheet(coverage: VillageCoverage, { densityIndex, isWithPlanned }: CoverageAsked): Sheet {
  const { lengthMeters, roads, places, light } = coverage;
  const seenAt = densityWords(densityIndex);
  const ofRoad = (what: string, value: number, note: string | null = null): Row => {
    return [what, meters(value), percent(value, lengthMeters), note];
  };
  const ofPlaces = (what: string, seen: number, count: number): Row => {
    return [what, seen, percent(seen, count), `trên ${count}`];
  };
  const times = [
    ['ban ngày', 'day'],
    ['ban đêm', 'night'],
  ] as const;
  return {
    name: 'Độ phủ',
    columns: sumColumns,
    rows: [
      [
        'Chiều dài đường, ngõ (m)',
        meters(lengthMeters),
        null,
        isWithPlanned ? 'Tính cả thiết bị dự kiến' : 'Chỉ tính thiết bị đang dùng',
      ],
      ...times.flatMap(([words, time]): Row[] => [
        ofRoad(`Đường camera nhìn thấy, ${words} (m)`, roads[time].seenMeters, seenAt),
        ofRoad(`Đường ít nhất hai camera nhìn thấy, ${words} (m)`, roads[time].seenTwiceMeters, seenAt),
        ofPlaces(`Cửa nhà camera nhìn thấy, ${words}`, places[time].doors.length, places[time].doorCount),
        ofPlaces(`Địa điểm camera nhìn thấy, ${words}`, places[time].landmarks.length, places[time].landmarkCount),
      ]),
      ofRoad('Đường được chiếu sáng (m)', light.litMeters),
      ofRoad('Đoạn tối (m)', totalMeters(light.dark), `${light.dark.length} đoạn, xem trang Đoạn tối`),
    ],
  };
}

const levelColumns: readonly Column[] = [
  text('edition', 'Tiêu chuẩn', 22),
  text('level', 'Mức', 14),
  text('words', 'Nghĩa là', 28),
  number('pixelsPerMeter', 'Điểm ảnh trên mét', 18),
  number('dayMeters', 'Ban ngày (m)', 14),
  number('dayPercent', 'Ban ngày (%)', 14),
  number('nightMeters', 'Ban đêm (m)', 14),
  number('nightPercent', 'Ban đêm (%)', 14),
];

/** Metres of road seen by at least one camera at each level of both editions. */
export function levelSheet({ lengthMeters, roads }: VillageCoverage): Sheet {
  const row = (edition: string, id: string, words: string, pixelsPerMeter: number): Row => {
    const index = densities.indexOf(pixelsPerMeter);
    const seen = [roads.day, roads.night].map(({ byDensityMeters }) => byDensityMeters[index]!);
    return [
      edition,
      id,
      words,
      pixelsPerMeter,
      ...seen.flatMap((value) => [meters(value), percent(value, lengthMeters)]),
    ];
  };
  return {
    name: 'Mức nhìn rõ',
    columns: levelColumns,
    rows: [
      ...levels2025.map(({ id, pixelsPerMeter }) => row('IEC 62676-4:2025', id, level2025Words[id], pixelsPerMeter)),
      ...levels2014.map(({ id, pixelsPerMeter }) =>
        row('IEC 62676-4:2014 (DORI)', id, level2014Words[id], pixelsPerMeter),
      ),
    ],
  };
}

const darkColumns: readonly Column[] = [
  number('ordinal', 'STT', 6),
  text('where', 'Đoạn tối', 54),
  number('fromMeters', 'Từ (m)', 10),
  number('toMeters', 'Đến (m)', 10),
  number('lengthMeters', 'Dài (m)', 10),
];

export const darkSheet = (world: World, { light }: VillageCoverage): Sheet => ({
  name: 'Đoạn tối',
  columns: darkColumns,
  rows: light.dark.map((stretch, index): Row => {
    const { fromMeters, toMeters } = stretch;
    return [index + 1, stretchWords(world, stretch), ...[fromMeters, toMeters, toMeters - fromMeters].map(meters)];
  }),
});

const spacingColumns: readonly Column[] = [
  text('road', 'Đường', 30),
  number('lamps', 'Số đèn', 10),
  number('perKilometer', 'Đèn trên km', 12),
  number('least', 'Gần nhau nhất (m)', 18),
  number('middle', 'Thường cách nhau (m)', 20),
  number('most', 'Xa nhau nhất (m)', 18),
];

export const spacingSheet = (world: World, { light }: VillageCoverage): Sheet => ({
  name: 'Khoảng cách đèn',
  columns: spacingColumns,
  rows: light.spacing.map(({ roadId, lamps, perKilometer, gapMeters, middleGapMeters }): Row => {
    const gaps = [gapMeters[0], middleGapMeters, gapMeters.at(-1)];
    return [
      ...[roadLabel(world, world.road.get(roadId)!), lamps, meters(perKilometer)],
      ...gaps.map((gap) => (gap === undefined || gap === null ? null : meters(gap))),
    ];
  }),
});

const brokenColumns: readonly Column[] = [
  text('where', 'Đèn hỏng', 54),
  number('meters', 'Mất sáng (m)', 14),
  text('lampId', 'Mã đèn', 38),
];

export const brokenSheet = (world: World, { light }: VillageCoverage): Sheet => ({
  name: 'Đèn hỏng',
  columns: brokenColumns,
  rows: light.brokenCost.map(({ lampId, meters: lost }): Row => {
    return [deviceAddressWords(world, world.lamp.get(lampId)!.place), meters(lost), lampId];
  }),
});
