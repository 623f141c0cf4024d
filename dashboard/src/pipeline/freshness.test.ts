import { describe, expect, it } from 'vitest';
import { age, timeOfDay } from './freshness';

describe('age', () => {
  it('should name the age in the unit that fits', () => {
    expect([-5, 0, 400, 9_900, 59_999, 60_000, 3_599_999, 7_200_000].map(age)).toEqual([
      '0.0 s',
      '0.0 s',
      '0.4 s',
      '9.9 s',
      '59 s',
      '1 min',
      '59 min',
      '2 h',
    ]);
  });
});

describe('timeOfDay', () => {
  it('should leave date and fractions out', () => {
    expect(timeOfDay('2026-11-22T14:02:11.987Z')).toMatch(/^\d\d:\d\d:11$/);
  });
});
