/** How old a status is, in words: `0.4 s`, `12 s`, `3 min`, `2 h`; never negative. */
export function age(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 10) {
    return `${seconds.toFixed(1)} s`;
  }
  if (seconds < 60) {
    return `${Math.floor(seconds)} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}

/** The time of day in the reader's own zone: `14:02:11`. */
export function timeOfDay(instant: string): string {
  return new Date(instant).toLocaleTimeString('en-GB');
}
