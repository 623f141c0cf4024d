import type { LimitGauge, QueuedMessage, SendQueue } from '../api/contract';

/** How many messages the page asks for at once, and the most that the server gives. */
export const PAGE = 200;
export const MOST = 10_000;

/** Who it goes to. */
export function personOf(message: Pick<QueuedMessage, 'username' | 'profile_id'>): string {
  return message.username === null
    ? `Somebody (${message.profile_id.slice(0, 8)})`
    : `@${message.username}`;
}

export function kindOf(message: Pick<QueuedMessage, 'message_type' | 'step'>): string {
  return message.message_type === 'initial' ? 'First message' : `Follow-up ${message.step}`;
}

const WITHOUT_REASON: Readonly<Record<QueuedMessage['state'], string>> = {
  waiting: 'Nothing holds it.',
  sending: 'It is being handed to the platform.',
  checking: 'It may have been sent; the platform is being asked.',
  waiting_manual: 'A person has to send it.',
  unconfirmed: 'It may have been sent; a person decides.',
};

/** Why it has not left yet, as the server says it where it says anything. */
export function reasonOf(message: Pick<QueuedMessage, 'state' | 'reason'>): string {
  return message.reason ?? WITHOUT_REASON[message.state];
}

type Gauge = Pick<QueuedMessage, 'used' | 'allowed' | 'within_seconds'>;

/** How far the limit that holds it is used, as in "20 of 20 in 24 hours"; null where none holds. */
export function limitWords({ used, allowed, within_seconds }: Gauge): string | null {
  if (used === null || allowed === null) {
    return null;
  }
  const within = within_seconds === null ? '' : ` in ${spanWords(within_seconds)}`;
  return `${used} of ${allowed}${within}`;
}

const COUNTED: Readonly<Record<LimitGauge['message_type'], string | null>> = {
  all: null,
  initial: 'first messages',
  follow_up: 'follow-ups',
};

/** What a figure of a limit leaves open: which messages count, and how there can be too many. */
export function notesOn(
  platform: QueuedMessage['platform'],
  gauge: Pick<LimitGauge, 'route' | 'message_type' | 'used' | 'allowed'>,
): readonly string[] {
  const notes = [COUNTED[gauge.message_type]];
  if (
    platform === 'linkedin' &&
    gauge.route === 'third_party' &&
    gauge.message_type === 'initial'
  ) {
    notes.push('each may go out as an invitation');
  }
  if (gauge.used > gauge.allowed) {
    notes.push(
      gauge.route === 'manual'
        ? 'more than allowed: whatever you report as sent counts'
        : 'more than allowed: the limit was higher when they left',
    );
  }
  return notes.filter((note) => note !== null);
}

/** When it leaves: a moment, or words where there is none. */
export type Departure = { at: string; words: string } | { at: null; words: string };

const DEPARTURES: Readonly<Record<Exclude<QueuedMessage['state'], 'waiting'>, string>> = {
  sending: 'now',
  checking: 'after the check',
  waiting_manual: 'when sent by hand',
  unconfirmed: 'when decided',
};

/** When it leaves if nothing changes, told at `now` in milliseconds since 1970. */
export function departureOf(message: QueuedMessage, now: number): Departure {
  if (message.state !== 'waiting') {
    return { at: null, words: needsClick(message) ? 'on your click' : DEPARTURES[message.state] };
  }
  if (message.predicted_at === null) {
    return { at: null, words: message.reason === null ? 'at once' : 'nobody can tell' };
  }
  const seconds = Math.round((Date.parse(message.predicted_at) - now) / 1_000);
  return { at: message.predicted_at, words: seconds <= 0 ? 'at once' : `in ${spanWords(seconds)}` };
}

/** Whether it waits for nothing but the click of a person. */
export function needsClick(message: Pick<QueuedMessage, 'state' | 'reason_code'>): boolean {
  return message.state === 'waiting_manual' && message.reason_code === 'CLICK_NEEDED';
}

/** Everything that has not left, whether or not it is among the shown. */
export function totalOf(queue: Pick<SendQueue, 'counts'>): number {
  return Object.values(queue.counts).reduce((sum, count) => sum + count, 0);
}

/** One sentence on what is in the queue. */
export function ledeOf(queue: Pick<SendQueue, 'counts'>): string {
  const of = (state: QueuedMessage['state']) => queue.counts[state] ?? 0;
  const parts = [
    [of('sending'), 'on the way'],
    [of('waiting'), 'in line'],
    [of('waiting_manual'), 'for a person to send'],
    [of('checking') + of('unconfirmed'), 'in doubt'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count.toLocaleString('en-US')} ${what}`);
  return said.length === 0 ? 'No approved message waits.' : `${said.join(', ')}.`;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A length of time in the largest unit of which it has two: 24 hours, 7 days, 90 minutes. */
export function spanWords(seconds: number): string {
  const [unit, size] = UNITS.find(([, length]) => seconds >= 2 * length) ?? ['second', 1];
  const count = Math.round(seconds / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
