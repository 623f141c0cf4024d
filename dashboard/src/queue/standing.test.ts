import { describe, expect, it } from 'vitest';
import type { SendAccount } from '../api/contract';
import {
  nameOf,
  pauseEffects,
  pauseOfAll,
  requestFor,
  resumeEffects,
  standingOf,
  whyNoClick,
  whyNoPause,
  whyNoResume,
  type Target,
} from './standing';

const free: SendAccount = {
  platform: 'linkedin',
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
const paused = { ...free, paused_by: 'ada', paused_reason: 'Holidays' };
const held = { ...free, held_code: 'RATE_LIMITED', held_until: '2026-11-22T13:00:00Z' };
const blocked = { ...held, held_reason: 'Blocked there.', held_until: null, alert: true };
const all = { paused_by: 'grace', paused_at: '2026-11-22T12:00:00Z', reason: 'Wrong text' };
const everything: Target = { kind: 'all' };
const only = (account: SendAccount): Target => ({ kind: 'account', account });

describe('where things stand for an account', () => {
  it('should name the gravest and all that holds', () => {
    expect(standingOf(free, null)).toEqual({ kind: 'free', label: 'Sending', sentences: [] });
    expect(standingOf(held, null).kind).toBe('held');
    expect(standingOf(paused, null)).toEqual({
      kind: 'paused',
      label: 'Paused',
      sentences: ['Paused by ada: Holidays'],
    });
    const worst = standingOf({ ...blocked, paused_by: 'ada' }, all);
    expect(worst.kind).toBe('blocked');
    expect(worst.sentences).toEqual([
      'Held until somebody resumes it: Blocked there.',
      'Paused by ada.',
    ]);
  });

  it('should count an account as paused while all is', () => {
    expect(standingOf(free, all)).toEqual({ kind: 'paused', label: 'Paused', sentences: [] });
    expect(pauseOfAll(all)).toMatch(/^All sending is paused by grace since .*: Wrong text$/);
    expect(pauseOfAll(null)).toBeNull();
  });
});

describe('what cannot be done', () => {
  it('should say why a pause has no sense', () => {
    expect(whyNoPause(only(free), all)).toBeNull();
    expect(whyNoPause(only(paused), null)).toBe('Paused already, by ada');
    expect(whyNoPause(everything, null)).toBeNull();
    expect(whyNoPause(everything, all)).toContain('grace');
  });

  it('should say why there is nothing to resume', () => {
    expect(whyNoResume(only(paused), null)).toBeNull();
    expect(whyNoResume(only(held), null)).toBeNull();
    expect(whyNoResume(only(free), null)).toBe('Nothing keeps its messages back');
    expect(whyNoResume(only(free), all)).toBe('Only the pause of all is in force');
    expect(whyNoResume(everything, null)).toBe('No pause of all is in force');
  });

  it('should say why a click would send nothing', () => {
    expect(whyNoClick(free, null)).toBeNull();
    expect(whyNoClick(undefined, null)).toBeNull();
    expect(whyNoClick(free, all)).toContain('grace');
    expect(whyNoClick(paused, null)).toBe('Paused by ada: Holidays');
  });
});

describe('what a request says', () => {
  it('should be either all or one account', () => {
    expect(requestFor(everything)).toEqual({ all: true });
    expect(requestFor(only(free))).toEqual({ platform: 'linkedin', account: 'studio' });
    expect(nameOf(only(free))).toBe('LinkedIn studio');
  });
});

describe('what it brings', () => {
  it('should tell how far a pause reaches', () => {
    expect(pauseEffects(everything)[0]).toContain('any workspace');
    expect(pauseEffects(only(free))[0]).toContain('this account');
  });

  it('should warn where the platform has blocked the account', () => {
    expect(resumeEffects(only(blocked), null).at(-1)).toContain('has blocked');
    expect(resumeEffects(only(held), null).join()).not.toContain('has blocked');
  });

  it('should promise nothing while all is paused', () => {
    expect(resumeEffects(only(paused), all)[0]).toContain('pause of all');
  });
});
