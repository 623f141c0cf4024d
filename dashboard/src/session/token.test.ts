import { describe, expect, it } from 'vitest';
import { tokenInFragment } from './token';

describe('tokenInFragment', () => {
  it('should find the token', () => {
    expect(tokenInFragment('#token=abc123')).toBe('abc123');
    expect(tokenInFragment('#token=a%2Fb')).toBe('a/b');
  });

  it('should find none where there is none', () => {
    for (const fragment of ['', '#', '#token=', '#token=%20', '#stage-review']) {
      expect(tokenInFragment(fragment)).toBeNull();
    }
  });
});
