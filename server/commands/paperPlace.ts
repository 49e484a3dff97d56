/** `sonha vn2000`: where two numbers of a cadastral paper lie, held against a village's boundary; changes nothing. */
import {
  cadastralGridOf,
  gridPlaceOf,
  readGridPlace,
  toVn2000,
  type GridReading,
} from '../../domain/geometry/vn2000.ts';
import { boxOfPolygon } from '../../domain/geometry/box.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { villageOf } from '../../domain/records/world.ts';
import { loadWorld } from '../db/villages.ts';
import { LaunchError } from '../errors.ts';
import { flagsOf, needed, withDatabase, type Command } from './command.ts';
import { villageNamed } from './villageNamed.ts';

export const paperPlace: Command = async (args, terminal) => {
  const text = { type: 'string' } as const;
  const flags = flagsOf(args, { x: text, y: text, village: text });
  const [x, y] = [metersOf(needed(flags.x, 'x')), metersOf(needed(flags.y, 'y'))];
  const wanted = needed(flags.village, 'village');
  const place = gridPlaceOf(x, y);
  if (!place) throw new LaunchError('place-malformed', `${x}; ${y} không phải toạ độ VN-2000 ở Việt Nam (mét).`);
  const { say } = terminal;
  await withDatabase(flags.data, terminal, async (database) => {
    const village = villageOf(await loadWorld(database.db, await villageNamed(database, wanted)));
    const province = village?.currentUnits.find(({ level }) => level === 'province');
    const grid = cadastralGridOf(province?.code ?? '');
    if (!village || !grid) {
      throw new LaunchError('grid-unknown', `Chưa biết kinh tuyến trục của ${province?.name ?? 'tỉnh'}.`);
    }
    if (!place.isPaperOrder) say('Hai số đã đổi chỗ: X là toạ độ bắc, Y là toạ độ đông.');
    const reading = readGridPlace(grid, place, boxOfPolygon(village.boundary));
    say(told(reading));
    if (!reading.isOutside) return;
    say(`Cảnh báo: cách thôn ${village.name} hơn 1 km.`);
    for (const candidate of reading.candidates) say(`Nằm trong thôn nếu là ${told(candidate)}`);
  });
};

/** 2213555.572, or with a decimal comma. */
function metersOf(given: string): number {
  const meters = /^\d+([.,]\d+)?$/.test(given) ? Number(given.replace(',', '.')) : Number.NaN;
  if (Number.isFinite(meters)) return meters;
  throw new LaunchError('place-malformed', `"${given}" không phải số mét, ví dụ 2213555.572.`);
}

function told({ grid, position }: GridReading): string {
  const degrees = ([lng, lat]: Position) => `vĩ độ ${lat.toFixed(7)}, kinh độ ${lng.toFixed(7)}`;
  return `${grid.name}: WGS 84 ${degrees(position)}; VN-2000 ${degrees(toVn2000(position))}`;
}
