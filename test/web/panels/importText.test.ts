import { expect, it } from 'vitest';
import { valueText } from '../../../web/panels/importText.ts';

it('figures are shown with their decimals, codes as they are', () => {
  expect(valueText('widthMeters', 4.5)).toBe('4,5');
  expect(valueText('widthMeters', 4)).toBe('4');
  expect(valueText('number', '5/4')).toBe('5/4');
  expect(valueText('roadName', null)).toBe('(trống)');
});
