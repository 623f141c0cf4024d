import { describe, expect, it } from 'vitest';
import { backOff, EventStreamReader } from './eventStream';

const STREAM = ': hello\r\n\r\nevent: status\r\ndata: {"a":1}\r\n\r\ndata: one\ndata: two\n\n';
const EVENTS = [
  { name: 'status', data: '{"a":1}' },
  { name: 'message', data: 'one\ntwo' },
];

describe('EventStreamReader', () => {
  it('should read events, join data lines and leave comments out', () => {
    expect(new EventStreamReader().push(STREAM)).toEqual(EVENTS);
  });

  it('should read the same wherever the chunks end', () => {
    for (let cut = 0; cut <= STREAM.length; cut++) {
      const reader = new EventStreamReader();
      expect([...reader.push(STREAM.slice(0, cut)), ...reader.push(STREAM.slice(cut))]).toEqual(
        EVENTS,
      );
    }
  });

  it('should keep an unfinished event back', () => {
    expect(new EventStreamReader().push('data: half\n')).toEqual([]);
  });
});

describe('backOff', () => {
  it('should double up to fifteen seconds', () => {
    expect([1, 2, 3, 4, 5, 50].map(backOff)).toEqual([1000, 2000, 4000, 8000, 15000, 15000]);
  });
});
