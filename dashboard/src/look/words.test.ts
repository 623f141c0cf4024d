import { describe, expect, it } from 'vitest';
import { platformName, whenWords } from './words';

describe('platformName', () => {
  it('should write a platform as it writes itself', () => {
    expect(platformName('tiktok')).toBe('TikTok');
    expect(platformName('orkut')).toBe('orkut');
  });
});

describe('whenWords', () => {
  it('should say day and minute', () => {
    expect(whenWords('2026-11-22T12:00:00Z', 'en-GB')).toMatch(/22 Nov 2026.*\d\d:00/);
  });
});
