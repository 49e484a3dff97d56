import { expect, it } from 'vitest';
import { boundText, percentBelowBest } from '../../../web/panels/boundText.ts';

it('says by how much at most another choice could be better, never less than it is', () => {
  expect(percentBelowBest({ addedMeters: 500, boundMeters: 507 })).toBe(2);
  expect(percentBelowBest({ addedMeters: 500, boundMeters: 510 })).toBe(2);
  expect(percentBelowBest({ addedMeters: 500, boundMeters: 511 })).toBe(3);
  expect(boundText({ addedMeters: 500, boundMeters: 507 })).toBe(
    'Trong các chỗ đã xét không cách nào hơn được quá 2 %.',
  );
});

it('what cannot be bettered is the best', () => {
  expect(boundText({ addedMeters: 500, boundMeters: 500.0001 })).toBe(
    'Trong các chỗ đã xét không có cách chọn nào hơn.',
  );
});
