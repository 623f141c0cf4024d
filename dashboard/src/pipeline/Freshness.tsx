import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import type { PipelineStatus } from '../api/contract';
import classes from './Freshness.module.css';
import { age, timeOfDay } from './freshness';
import { grouped } from './stages';
import type { Line } from './useLiveStatus';

const WORDS: Record<Line, string> = {
  connecting: 'connecting',
  live: 'live',
  lost: 'connection lost, trying again',
};

/** Of when the counts are, how far they are behind, and whether they move by themselves. */
export function Freshness({ status, line }: { status: PipelineStatus | undefined; line: Line }) {
  const [now, setNow] = useState(Date.now);
  useInterval(
    () => {
      setNow(Date.now());
    },
    1_000,
    { autoInvoke: true },
  );
  return (
    <p className={classes.freshness} data-line={line}>
      <span className={classes.light} aria-hidden="true" />
      <span role="status">{WORDS[line]}</span>
      {status !== undefined && <Age status={status} line={line} now={now} />}
    </p>
  );
}

function Age({ status, line, now }: { status: PipelineStatus; line: Line; now: number }) {
  if (status.as_of === null || status.lag_ms === null) {
    return <span>nothing counted yet</span>;
  }
  const lag = line === 'lost' ? now - Date.parse(status.as_of) : status.lag_ms;
  return (
    <>
      <span>
        as of <time dateTime={status.as_of}>{timeOfDay(status.as_of)}</time>
      </span>
      <span>lag {age(lag)}</span>
      {status.events_behind > 0 && <span>{grouped(status.events_behind)} events behind</span>}
    </>
  );
}
