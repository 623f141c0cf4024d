/** A shortcut: one key, or two pressed one after the other, as in `g p`. */
export interface Shortcut {
  keys: readonly [string] | readonly [string, string];
  does: string;
  run: () => void;
}

/** How long after its first key a two-key shortcut still counts, in milliseconds. */
export const CHORD_TIME = 1_000;

/** Remembers the first key of a two-key shortcut. */
export class Chords {
  private first: { key: string; at: number } | null = null;

  /** Gives the shortcut that the key completes, or null. */
  press(key: string, at: number, shortcuts: readonly Shortcut[]): Shortcut | null {
    const first = this.first !== null && at - this.first.at <= CHORD_TIME ? this.first.key : null;
    this.first = null;
    if (first !== null) {
      const second = shortcuts.find(({ keys }) => keys[0] === first && keys[1] === key);
      if (second !== undefined) {
        return second;
      }
    }
    if (shortcuts.some(({ keys }) => keys.length === 2 && keys[0] === key)) {
      this.first = { key, at };
      return null;
    }
    return shortcuts.find(({ keys }) => keys.length === 1 && keys[0] === key) ?? null;
  }
}
