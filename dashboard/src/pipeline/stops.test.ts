import { describe, expect, it } from 'vitest';
import type { SendAccount } from '../api/contract';
import { stopsOf } from './stops';

const free: SendAccount = {
  platform: 'instagram',
  account: 'studio',
  since: '2026-11-22T12:00:00Z',
  paused_by: null,
  paused_at: null,
  paused_reason: null,
  held_code: null,
  held_reason: null,
  held_until: null,
  alert: false,
  risk_accepted_by: null,
  risk_accepted_at: null,
  waiting: 0,
  limits: [],
};

describe('what stands still', () => {
  it('is nothing where every account may send', () => {
    expect(stopsOf({ paused: null, accounts: [free] })).toEqual([]);
  });

  it('begins with an account its platform has blocked', () => {
    const blocked = {
      ...free,
      account: 'shop',
      held_code: 'POLICY_BLOCK',
      held_reason: 'Blocked.',
      alert: true,
    };
    const paused = { ...free, paused_by: 'ada' };

    const stops = stopsOf({ paused: null, accounts: [paused, blocked] });

    expect(stops.map((stop) => stop.alert)).toEqual([true, false]);
    expect(stops[0]?.text).toContain('until somebody resumes it');
  });

  it('names who has paused all', () => {
    const paused = { paused_by: 'ada', paused_at: '2026-11-22T12:00:00Z', reason: null };
    expect(stopsOf({ paused, accounts: [] })[0]?.text).toContain('ada');
  });
});
