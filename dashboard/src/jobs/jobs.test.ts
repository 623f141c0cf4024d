import { describe, expect, it } from 'vitest';
import { ordersFor, originOf, refusalsOf, wantedOf } from './jobs';

const open = { source: 'http', finished_at: null } as const;

describe('orders', () => {
  it('should offer to pause what runs or waits, and to resume what rests', () => {
    expect(ordersFor({ ...open, status: 'running' })).toEqual(['pause', 'cancel']);
    expect(ordersFor({ ...open, status: 'waiting' })).toEqual(['pause', 'cancel']);
    expect(ordersFor({ ...open, status: 'paused' })).toEqual(['resume', 'cancel']);
  });

  it('should offer nothing for what is over or read from a file', () => {
    const over = { ...open, status: 'completed', finished_at: '2026-11-22T12:00:00Z' } as const;
    expect(ordersFor(over)).toEqual([]);
    expect(ordersFor({ ...open, source: 'file', status: 'running' })).toEqual([]);
  });
});

describe('words', () => {
  it('should say what was asked for, where and by which way', () => {
    const job = {
      platform: 'instagram',
      source: 'topic',
      keywords: ['ceramics'],
      categories: [],
      locations: ['Graz'],
    } as const;
    expect(wantedOf(job)).toBe('ceramics, Graz');
    expect(originOf(job)).toBe('Instagram, by topic');
    expect(wantedOf({ ...job, keywords: [], locations: [], source: 'file' })).toBe(
      'People in a file',
    );
  });

  it('should name the most frequent refusal first', () => {
    expect(refusalsOf({ refused_by_reason: { ERASED: 1, NOT_FOUND: 1200 } })).toBe(
      '1,200 NOT_FOUND, 1 ERASED',
    );
    expect(refusalsOf({ refused_by_reason: {} })).toBeNull();
  });
});
