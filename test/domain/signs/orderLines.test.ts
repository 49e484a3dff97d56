import { describe, expect, it } from 'vitest';
import { facingWords, orderedPostWords, placeWords, windWords } from '../../../domain/formats/signWords.ts';
import { dong, decimal, groupedNumber } from '../../../domain/formats/vietnameseFigures.ts';
import { defaultSignSettings } from '../../../domain/records/signSettings.ts';
import { worldOf } from '../../../domain/records/world.ts';
import { housePlates } from '../../../domain/signs/housePlates.ts';
import { bearingsOf, looksOf } from '../../../domain/signs/reading.ts';
import { orderOf, type OrderChoice } from '../../../domain/signs/orderLines.ts';
import { aHouse, anAddress, aRoad, aSign, at, aVillage } from '../builders.ts';

const road = aRoad(at(0, 0), at(200, 0), { name: 'Đường Đền Hàn' });
const prices = { ...defaultSignSettings.prices, 'road-name': 850_000, post: 1_200_000 };
const village = aVillage({ signSettings: { ...defaultSignSettings, prices, budgetVnd: 5_000_000 } });

describe('an order of signs', () => {
  it('two plates within half a metre hang on one new post, which is bought once', () => {
    const signs = [
      aSign(at(50, 3)),
      aSign(at(50.3, 3)),
      aSign(at(120, 3)),
      aSign(at(150, 3), { post: 'existing-pole' }),
    ];
    const order = orderOf(worldOf([village, road, ...signs]), { states: ['planned'] });
    expect(order.newPosts).toEqual({ count: 2, unitPriceVnd: 1_200_000 });
    expect(order.totalVnd).toBe(4 * 850_000 + 2 * 1_200_000);
    expect(order.leftVnd).toBe(5_000_000 - order.totalVnd);
    expect(order.lines.map(({ ordinal, sign }) => [ordinal, sign.id])).toEqual(signs.map(({ id }, i) => [i + 1, id]));
  });

  it('a post that stands is not bought again, whatever is chosen', () => {
    const hanging = aSign(at(50, 3), { state: 'installed' });
    const broken = aSign(at(120, 3), { state: 'damaged' });
    const gone = aSign(at(150, 3), { state: 'missing' });
    const planned = [aSign(at(50.3, 3)), aSign(at(180, 3)), aSign(at(180.2, 3))];
    const order = (choice: OrderChoice) => orderOf(worldOf([village, road, hanging, broken, gone, ...planned]), choice);
    const byState = order({ states: ['planned'] });
    expect(byState.newPosts.count).toBe(1);
    expect(byState.lines.map(orderedPostWords)).toEqual(['Cột đã dựng', 'Cột mới', 'Chung cột với biển khác']);
    const byIds = order({ ids: [hanging.id, ...planned.map(({ id }) => id)] });
    expect(byIds.newPosts.count).toBe(1);
    expect(byIds.totalVnd).toBe(4 * 850_000 + 1_200_000);
    // Of a damaged or missing sign nobody knows whether its post still stands.
    const again = order({ states: ['damaged', 'missing'] });
    expect(again.lines.map(orderedPostWords)).toEqual(['Cột mới', 'Cột mới']);
  });

  it('a sign’s own price goes before the village’s; what has none is counted and not added', () => {
    const signs = [
      aSign(at(50, 3), { priceVnd: 0, post: 'wall' }),
      aSign(at(90, 3), { signKind: 'direction', post: 'wall' }),
    ];
    const order = orderOf(worldOf([village, road, ...signs]), { states: ['planned'] });
    expect([order.totalVnd, order.unpriced]).toEqual([0, 1]);
    expect(order.sums.map(({ unitPriceVnd }) => unitPriceVnd)).toEqual([0, null]);
  });

  it('says where a sign stands by road, metres from its start, and side', () => {
    const [line] = orderOf(worldOf([village, road, aSign(at(123, 4))]), { states: ['planned'] }).lines;
    const world = worldOf([village, road]);
    expect(placeWords(world, line!)).toBe('Đường Đền Hàn, cách đầu đường 123 m, bên trái, cách tim đường 4,0 m');
    expect(placeWords(world, { sign: line!.sign, road: null, place: null })).toBe('Xa đường, xem toạ độ');
  });

  it('the road a sign names is told at a corner where another is a little nearer', () => {
    const other = aRoad(at(100, -50), at(100, 50), { name: 'Đường Trục Thôn' });
    const sign = aSign(at(102, 4), { roadId: road.id });
    const [line] = orderOf(worldOf([village, road, other, sign]), { states: ['planned'] }).lines;
    expect(line!.road!.id).toBe(road.id);
  });
});

describe('house plates to make', () => {
  const houses = [0, 1, 2, 3].map((i) => aHouse(at(20 * i, 8)));
  const addresses = houses.map((house, i) =>
    anAddress(house, road, { number: String(2 * i + 1), state: i === 3 ? 'draft' : 'issued', measureMeters: 20 * i }),
  );
  const plate = (house: (typeof houses)[number], text: string, state: 'installed' | 'missing') =>
    aSign(house.entrance, { signKind: 'house-plate', houseId: house.id, faces: [text], state, post: 'wall' });
  const world = worldOf([
    ...[village, road, ...houses, ...addresses],
    plate(houses[0]!, '1', 'installed'),
    plate(houses[1]!, '3A', 'installed'),
  ]);

  it('are those of issued numbers no whole plate says; drafts only when asked for', () => {
    const numbers = (which: 'issued' | 'all') =>
      housePlates(world, which)
        .filter(({ isNeeded }) => isNeeded)
        .map(({ number }) => number);
    expect(numbers('issued')).toEqual(['3', '5']);
    expect(numbers('all')).toEqual(['3', '5', '7']);
    expect(housePlates(world, 'issued').map(({ saysOther }) => saysOther)).toEqual([false, true, false]);
  });

  it('a plate that went missing is made again, a house that is gone gets none', () => {
    const more = worldOf([
      ...[village, road, houses[0]!, { ...houses[2]!, state: 'demolished' as const }, addresses[0]!, addresses[2]!],
      plate(houses[0]!, '1', 'missing'),
    ]);
    expect(housePlates(more, 'issued').map(({ number, isNeeded }) => [number, isNeeded])).toEqual([['1', true]]);
  });
});

describe('figures and directions on Vietnamese papers', () => {
  it('group thousands with points and part decimals with a comma', () => {
    expect([1_234_500, 0, -400_000, 999].map(groupedNumber)).toEqual(['1.234.500', '0', '-400.000', '999']);
    expect([dong(1_234_500), dong(null)]).toEqual(['1.234.500 đ', '—']);
    expect([decimal(2_208_984.285, 2), decimal(0.5, 0), decimal(12.34, 1)]).toEqual(['2.208.984,29', '1', '12,3']);
  });

  it('say where each face of a sign looks, as it is read from the road', () => {
    const words = (facingDegrees: number, count: number) =>
      facingWords({ facingDegrees, faces: Array.from({ length: count }, () => 'ĐƯỜNG LÀNG') });
    expect(words(90, 1)).toBe('đông (90°)');
    expect(words(90, 2)).toBe('đông (90°) và tây (270°)');
    expect(words(0, 3)).toBe('bắc (0°), đông nam (120°) và tây nam (240°)');
    expect(words(315, 4)).toBe('tây bắc (315°), đông bắc (45°), đông nam (135°) và tây nam (225°)');
    for (const count of [1, 2, 3, 4]) {
      const turned = looksOf(315, count).map(([x, y]) => (Math.round((Math.atan2(x, y) * 180) / Math.PI) + 360) % 360);
      expect(turned).toEqual(bearingsOf(315, count));
    }
  });

  it('name the eight winds, also over north', () => {
    expect([0, 45, 359.6, 338, 249].map(windWords)).toEqual([
      'bắc (0°)',
      'đông bắc (45°)',
      'bắc (0°)',
      'bắc (338°)',
      'tây (249°)',
    ]);
  });
});
