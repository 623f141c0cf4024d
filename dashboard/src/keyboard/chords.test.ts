import { describe, expect, it } from 'vitest';
import { CHORD_TIME, Chords, type Shortcut } from './chords';

const shortcut = (...keys: [string] | [string, string]): Shortcut => ({
  keys,
  does: keys.join(' '),
  run: () => undefined,
});
const help = shortcut('?');
const pipeline = shortcut('g', 'p');
const all = [help, pipeline, shortcut('p')];

describe('Chords', () => {
  it('should find a single key at once', () => {
    expect(new Chords().press('?', 0, all)).toBe(help);
  });

  it('should find a two-key shortcut after its second key', () => {
    const chords = new Chords();
    expect(chords.press('g', 0, all)).toBeNull();
    expect(chords.press('p', CHORD_TIME, all)).toBe(pipeline);
  });

  it('should forget the first key after a while', () => {
    const chords = new Chords();
    chords.press('g', 0, all);
    expect(chords.press('p', CHORD_TIME + 1, all)?.keys).toEqual(['p']);
  });

  it('should take a key that completes nothing for itself', () => {
    const chords = new Chords();
    chords.press('g', 0, all);
    expect(chords.press('?', 1, all)).toBe(help);
    expect(chords.press('x', 2, all)).toBeNull();
  });
});
