import { describe, expect, it } from 'vitest';
import type { QueuedMessage } from '../api/contract';
import {
  departureOf,
  kindOf,
  ledeOf,
  limitWords,
  needsClick,
  notesOn,
  personOf,
  reasonOf,
  spanWords,
  totalOf,
} from './queue';

const NOW = Date.parse('2026-11-22T12:00:00Z');

const waiting: QueuedMessage = {
  message_id: '0199d1a0-0000-7000-8000-000000000001',
  profile_id: '0199d1a0-0000-7000-8000-000000000002',
  username: 'ada',
  platform: 'instagram',
  account: 'studio',
  step: 0,
  message_type: 'initial',
  state: 'waiting',
  place: 1,
  route: null,
  reason_code: null,
  reason: null,
  used: null,
  allowed: null,
  within_seconds: null,
  predicted_at: null,
  approved_at: '2026-11-22T11:00:00Z',
  expires_at: '2026-11-25T11:00:00Z',
};

describe('the notes on a limit', () => {
  const free = { route: 'official_api', message_type: 'all', used: 3, allowed: 20 } as const;

  it('are none where the figure says it all', () => {
    expect(notesOn('linkedin', free)).toEqual([]);
  });

  it('say that a first message to a stranger on LinkedIn is an invitation', () => {
    const first = { ...free, route: 'third_party', message_type: 'initial' } as const;
    expect(notesOn('linkedin', first)).toEqual([
      'first messages',
      'each may go out as an invitation',
    ]);
    expect(notesOn('instagram', first)).toEqual(['first messages']);
  });

  it('say how more could leave than are allowed', () => {
    expect(notesOn('linkedin', { ...free, route: 'manual', used: 26 })).toEqual([
      'more than allowed: whatever you report as sent counts',
    ]);
    expect(notesOn('tiktok', { ...free, used: 26 })).toEqual([
      'more than allowed: the limit was higher when they left',
    ]);
  });
});

describe('when a message leaves', () => {
  it('is at once where nothing holds it', () => {
    expect(departureOf(waiting, NOW).words).toBe('at once');
  });

  it('is told by nobody where a reason holds it without an end', () => {
    const paused = { ...waiting, reason: 'All sending is paused.' };
    expect(departureOf(paused, NOW).words).toBe('nobody can tell');
  });

  it('is told with the moment and how long that is', () => {
    const at = '2026-11-22T15:30:00Z';
    expect(departureOf({ ...waiting, predicted_at: at }, NOW)).toEqual({
      at,
      words: 'in 4 hours',
    });
    expect(departureOf({ ...waiting, predicted_at: '2026-11-22T11:59:00Z' }, NOW).words).toBe(
      'at once',
    );
  });

  it('hangs on the click only where one is asked for', () => {
    const byHand: QueuedMessage = { ...waiting, state: 'waiting_manual', place: null };
    const click = { ...byHand, reason_code: 'CLICK_NEEDED' };
    expect(departureOf(click, NOW).words).toBe('on your click');
    expect(departureOf(byHand, NOW).words).toBe('when sent by hand');
    expect([click, byHand, { ...waiting, reason_code: 'CLICK_NEEDED' }].map(needsClick)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a message in the queue', () => {
  it('names person and kind', () => {
    expect(personOf(waiting)).toBe('@ada');
    expect(personOf({ ...waiting, username: null })).toBe('Somebody (0199d1a0)');
    expect(kindOf(waiting)).toBe('First message');
    expect(kindOf({ message_type: 'follow_up', step: 2 })).toBe('Follow-up 2');
  });

  it('gives the reason of the server before words of its own', () => {
    expect(reasonOf({ state: 'waiting', reason: 'Too many today.' })).toBe('Too many today.');
    expect(reasonOf({ state: 'waiting', reason: null })).toBe('Nothing holds it.');
  });

  it('shows how far a limit is used only where one holds it', () => {
    expect(limitWords(waiting)).toBeNull();
    expect(limitWords({ used: 20, allowed: 20, within_seconds: 86_400 })).toBe(
      '20 of 20 in 24 hours',
    );
    expect(limitWords({ used: 3, allowed: 4, within_seconds: null })).toBe('3 of 4');
  });
});

describe('the whole queue', () => {
  it('is told by what is to happen with it', () => {
    const counts = { waiting: 1234, waiting_manual: 2, checking: 1, unconfirmed: 1 };
    expect(ledeOf({ counts })).toBe('1,234 in line, 2 for a person to send, 2 in doubt.');
    expect(totalOf({ counts })).toBe(1238);
    expect(ledeOf({ counts: {} })).toBe('No approved message waits.');
  });
});

describe('spanWords', () => {
  it('should use the largest unit of which there are two', () => {
    expect([1, 90, 3_600, 86_400, 604_800].map(spanWords)).toEqual([
      '1 second',
      '90 seconds',
      '60 minutes',
      '24 hours',
      '7 days',
    ]);
  });
});
