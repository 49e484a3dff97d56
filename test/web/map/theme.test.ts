import { describe, expect, it } from 'vitest';
import { houseAddressStates } from '../../../domain/coverage/houseAddressState.ts';
import { houseLooks } from '../../../web/map/houseLooks.ts';
import { cssVariables, theme, type Theme } from '../../../web/map/theme.ts';
import { contrast, difference, visions, type Vision } from './colour.ts';

type Pair = readonly [keyof Theme, keyof Theme];

describe('texts are read at AA (4.5 to 1)', () => {
  const texts: readonly Pair[] = [
    ['ink', 'paper'],
    ['ink', 'paperOutside'],
    ['ink', 'roadFill'],
    ['inkSoft', 'paper'],
    ['white', 'enamel'],
    ['enamel', 'white'],
    ['enamel', 'enamelSoft'],
    ['amber', 'amberSoft'],
    ['amber', 'halo'],
    ['amber', 'white'],
    ['red', 'white'],
    ['red', 'redSoft'],
    ['landmark', 'halo'],
    ['building', 'halo'],
  ];
  it.each(texts)('%s on %s', (text, ground) => {
    expect(contrast(theme[text], theme[ground])).toBeGreaterThanOrEqual(4.5);
  });
});

describe('shapes stand out from the paper (3 to 1)', () => {
  const shapes: readonly Pair[] = [
    ['amberMid', 'paper'],
    ['amberMid', 'roadFill'],
    ['enamel', 'paper'],
    ['red', 'paper'],
    ['roadCasing', 'paper'],
    ['boundary', 'paper'],
    ['camera', 'paper'],
    ['lampCore', 'paper'],
    ['gone', 'paper'],
    ['building', 'enamelSoft'],
  ];
  it.each(shapes)('%s on %s', (shape, ground) => {
    expect(contrast(theme[shape], theme[ground])).toBeGreaterThanOrEqual(3);
  });
});

describe('states of houses are told apart by colour, whoever looks', () => {
  const pairs = houseAddressStates.flatMap((one, index) =>
    houseAddressStates.slice(index + 1).map((other) => [one, other] as const),
  );
  describe.each(Object.keys(visions) as Vision[])('%s', (vision) => {
    it.each(pairs)('%s and %s', (one, other) => {
      const apart = (part: 'ground' | 'edge') =>
        difference(theme[houseLooks[one][part]], theme[houseLooks[other][part]], vision);
      expect(Math.max(apart('ground'), apart('edge'))).toBeGreaterThan(15);
    });
  });
});

it('the stylesheet gets the same colours by their CSS names', () => {
  expect(cssVariables(theme)['--enamel-dark']).toBe(theme.enamelDark);
  expect(Object.keys(cssVariables(theme))).toHaveLength(Object.keys(theme).length);
});
