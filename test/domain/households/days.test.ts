import { describe, expect, it } from 'vitest';
import { dueOn } from '../../../domain/households/personRequest.ts';
import { endsOn, retentionState } from '../../../domain/households/retention.ts';
import { workingDayAfter } from '../../../domain/households/workingDays.ts';

describe('a request is answered within two working days (RULES §6)', () => {
  it('the day it came does not count, nor do Saturday and Sunday', () => {
    // 30 November 2026 is a Monday.
    const due = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06'];
    expect(due.map(dueOn)).toEqual([
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-07',
      '2026-12-08',
      '2026-12-08',
      '2026-12-08',
    ]);
  });
  it('over the ends of months and years', () => {
    expect(dueOn('2026-12-31')).toBe('2027-01-04');
    expect(workingDayAfter('2028-02-28', 2)).toBe('2028-03-01');
  });
});

describe('what was collected is kept for so many months', () => {
  it('to the same day of the month, or its last', () => {
    expect(endsOn('2026-03-15', 12)).toBe('2027-03-15');
    expect(endsOn('2026-11-30', 3)).toBe('2027-02-28');
    expect(endsOn('2027-11-30', 3)).toBe('2028-02-29');
    expect(endsOn('2026-01-31', 240)).toBe('2046-01-31');
  });
  it('the commune is told a month before', () => {
    expect(retentionState('2027-03-15', '2027-02-12')).toBe('kept');
    expect(retentionState('2027-03-15', '2027-02-13')).toBe('ending');
    expect(retentionState('2027-03-15', '2027-03-15')).toBe('over');
  });
});
