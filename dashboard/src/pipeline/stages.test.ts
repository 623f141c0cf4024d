import { describe, expect, it } from 'vitest';
import type { Counts, PipelineStatus } from '../api/contract';
import { lede, stagesOf } from './stages';

const NOBODY: Counts = {
  people: 0,
  not_started: 0,
  drafting: 0,
  exhausted: 0,
  discovered: 0,
  reviewed: 0,
  qualified: 0,
  drafted: 0,
  sent: 0,
  followup_ready: 0,
  rejected: 0,
  queued: 0,
  waiting_manual: 0,
  replied: 0,
  failed: 0,
  unconfirmed: 0,
  opted_out: 0,
};

function statusOf(counts: Partial<Counts>): PipelineStatus {
  const all = { ...NOBODY, ...counts };
  const unlock = (unlocked: boolean) => ({ unlocked, reason: unlocked ? 'Open.' : 'Locked.' });
  return {
    ...all,
    workspace: 'default',
    as_of: '2026-11-22T14:02:11Z',
    today: {
      day: '2026-11-22',
      zone: 'UTC',
      discovered: 0,
      reviewed: 0,
      qualified: 0,
      rejected: 0,
      drafted: 0,
      queued: 0,
      sent: 0,
      replied: 0,
      failed: 0,
      unconfirmed: 0,
      opted_out: 0,
    },
    lag_ms: 400,
    events_behind: 0,
    by_platform: { instagram: all },
    unlocks: {
      discovery: unlock(true),
      review: unlock(all.discovered > 0),
      drafting: unlock(all.qualified > 0),
      sending: unlock(all.drafted > 0),
      followup: unlock(all.sent > 0),
    },
  };
}

describe('stagesOf', () => {
  it('should show the five stages in order', () => {
    expect(stagesOf(statusOf({})).map(({ title }) => title)).toEqual([
      'Discovery',
      'Review',
      'Drafting',
      'Sending',
      'Follow-ups',
    ]);
  });

  it('should give the reason of a locked stage and where it is opened', () => {
    const [, , drafting] = stagesOf(statusOf({ discovered: 14 }));
    expect(drafting).toMatchObject({
      unlocked: false,
      reason: 'Locked.',
      openedBy: { key: 'review', invitation: '14 to review' },
    });
  });

  it('should offer no way in where a stage is open already', () => {
    expect(stagesOf(statusOf({ discovered: 1 }))[1]).toMatchObject({
      unlocked: true,
      openedBy: null,
      waiting: 1,
      state: '1 person waits for review',
    });
  });

  it('should raise an alarm only for what is in doubt or failed', () => {
    const sending = stagesOf(statusOf({ drafted: 1, queued: 5, unconfirmed: 2 }))[3];
    expect(sending?.facts.filter(({ alarming }) => alarming)).toEqual([
      { label: 'in doubt', value: 2, alarming: true },
    ]);
    expect(sending?.state).toBe('2 messages need you');
  });
});

describe('since midnight', () => {
  const status = statusOf({});

  it('should stand beside the stage in which it happened', () => {
    const today = { ...status.today, discovered: 12, sent: 3, replied: 1 };
    expect(stagesOf({ ...status, today }).map((stage) => stage.today)).toEqual([
      { value: 12, verb: 'found', zone: 'UTC' },
      { value: 0, verb: 'qualified', zone: 'UTC' },
      { value: 0, verb: 'drafted', zone: 'UTC' },
      { value: 3, verb: 'sent', zone: 'UTC' },
      { value: 1, verb: 'replied', zone: 'UTC' },
    ]);
  });

  it('should be absent before the server knows the day', () => {
    const today = { ...status.today, day: null };
    expect(stagesOf({ ...status, today })[0]?.today).toBeNull();
  });
});

describe('lede', () => {
  it('should say that nothing waits', () => {
    expect(lede(statusOf({ sent: 9 }))).toBe('Nothing waits on you.');
  });

  it('should list what waits', () => {
    expect(lede(statusOf({ discovered: 1234, drafted: 1, followup_ready: 2 }))).toBe(
      'Waiting on you: 1,234 people to review, 1 draft to approve and 2 follow-ups to draft.',
    );
  });
});
