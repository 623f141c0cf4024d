import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { grouped } from './stages';

const DURATION = 500;

/** A number that rolls to its new value; screen readers only ever hear the real one. */
export function RollingNumber({ value }: { value: number }) {
  const still = useReducedMotion();
  const [shown, setShown] = useState(value);
  const current = useRef(value);

  useEffect(() => {
    const from = current.current;
    if (still || from === value) {
      current.current = value;
      return;
    }
    const start = performance.now();
    let frame = requestAnimationFrame(function roll(now) {
      const part = Math.min(1, (now - start) / DURATION);
      current.current = Math.round(from + (value - from) * (1 - (1 - part) ** 3));
      setShown(current.current);
      if (part < 1) {
        frame = requestAnimationFrame(roll);
      }
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [value, still]);

  return (
    <>
      <span aria-hidden="true">{grouped(still ? value : shown)}</span>
      <span className="only-heard">{grouped(value)}</span>
    </>
  );
}
