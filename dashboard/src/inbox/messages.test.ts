import { describe, expect, it } from 'vitest';
import { whenWords, writerOf } from './messages';

describe('writerOf', () => {
  it('should name the handle where the platform tells it', () => {
    expect(writerOf({ platform: 'instagram', username: 'ada' })).toBe('@ada on Instagram');
    expect(writerOf({ platform: 'facebook', username: null })).toBe('Somebody on Facebook');
    expect(writerOf({ platform: 'orkut', username: null })).toBe('Somebody on orkut');
  });
});

describe('whenWords', () => {
  it('should say day and minute', () => {
    expect(whenWords('2026-11-22T12:00:00Z', 'en-GB')).toMatch(/22 Nov 2026.*\d\d:00/);
  });
});
