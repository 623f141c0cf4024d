import { describe, expect, it } from 'vitest';
import { writerOf } from './messages';

describe('writerOf', () => {
  it('should name the handle where the platform tells it', () => {
    expect(writerOf({ platform: 'instagram', username: 'ada' })).toBe('@ada on Instagram');
    expect(writerOf({ platform: 'facebook', username: null })).toBe('Somebody on Facebook');
    expect(writerOf({ platform: 'orkut', username: null })).toBe('Somebody on orkut');
  });
});
