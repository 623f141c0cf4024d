import type { PauseRequest, SendAccount, SendingPause } from '../api/contract';
import { platformName, whenWords } from '../look/words';

/** Whether messages leave an account. */
export interface Standing {
  kind: 'free' | 'paused' | 'held' | 'blocked';
  /** One or two words for it. */
  label: string;
  /** What keeps back the messages of this account alone, a sentence each. */
  sentences: readonly string[];
}

/** What a pause or its end is about. */
export type Target = { kind: 'all' } | { kind: 'account'; account: SendAccount };

/** Where things stand for an account, the gravest first. */
export function standingOf(account: SendAccount, all: SendingPause | null): Standing {
  const sentences = [...holds(account), ...pauses(account)];
  if (account.held_code !== null && account.alert) {
    return { kind: 'blocked', label: 'Blocked', sentences };
  }
  if (account.paused_by !== null || all !== null) {
    return { kind: 'paused', label: 'Paused', sentences };
  }
  if (account.held_code !== null) {
    return { kind: 'held', label: 'Held', sentences };
  }
  return { kind: 'free', label: 'Sending', sentences };
}

function holds(account: SendAccount): string[] {
  if (account.held_code === null) {
    return [];
  }
  const until =
    account.held_until === null
      ? 'until somebody resumes it'
      : `until ${whenWords(account.held_until)}`;
  return [`Held ${until}: ${account.held_reason ?? account.held_code}`];
}

function pauses({ paused_by, paused_at, paused_reason }: SendAccount): string[] {
  return paused_by === null
    ? []
    : [pausedWords('Paused', { by: paused_by, at: paused_at, why: paused_reason })];
}

/** Who has paused all, since when and why; null where nobody has. */
export function pauseOfAll(all: SendingPause | null): string | null {
  return all === null
    ? null
    : pausedWords('All sending is paused', {
        by: all.paused_by,
        at: all.paused_at,
        why: all.reason,
      });
}

function pausedWords(
  what: string,
  { by, at, why }: { by: string; at: string | null; why: string | null },
): string {
  const since = at === null ? '' : ` since ${whenWords(at)}`;
  return `${what} by ${by}${since}${why === null ? '.' : `: ${why}`}`;
}

/** Why it cannot be paused; null where it can. */
export function whyNoPause(target: Target, all: SendingPause | null): string | null {
  if (target.kind === 'all') {
    return all === null ? null : `All sending is paused already, by ${all.paused_by}`;
  }
  const { paused_by } = target.account;
  return paused_by === null ? null : `Paused already, by ${paused_by}`;
}

/** Why it cannot be resumed; null where it can. */
export function whyNoResume(target: Target, all: SendingPause | null): string | null {
  if (target.kind === 'all') {
    return all === null ? 'No pause of all is in force' : null;
  }
  if (target.account.paused_by !== null || target.account.held_code !== null) {
    return null;
  }
  return all === null ? 'Nothing keeps its messages back' : 'Only the pause of all is in force';
}

/** What a click to send would not achieve at the moment, and why; null where it would. */
export function whyNoClick(
  account: SendAccount | undefined,
  all: SendingPause | null,
): string | null {
  const own = account === undefined ? undefined : standingOf(account, null).sentences[0];
  return own ?? pauseOfAll(all);
}

export function nameOf(target: Target): string {
  return target.kind === 'all'
    ? 'all sending'
    : `${platformName(target.account.platform)} ${target.account.account}`;
}

/** The part of a request that says whom it is about. */
export function requestFor(target: Target): Pick<PauseRequest, 'all' | 'platform' | 'account'> {
  return target.kind === 'all'
    ? { all: true }
    : { platform: target.account.platform, account: target.account.account };
}

/** What happens on a pause, a sentence each. */
export function pauseEffects(target: Target): readonly string[] {
  const whose = target.kind === 'all' ? 'any account of any workspace' : 'this account';
  return [
    `Nothing more leaves ${whose} until somebody resumes it.`,
    'What is on its way already may still arrive.',
    'Messages that wait go on waiting; their approvals run out as before.',
  ];
}

/** What happens on the end of a pause, a sentence each. */
export function resumeEffects(target: Target, all: SendingPause | null): readonly string[] {
  if (target.kind === 'all') {
    return [
      'Messages leave again, within the limits.',
      'Accounts paused or held by themselves stay so.',
    ];
  }
  const { alert, held_code } = target.account;
  return [
    all === null
      ? 'Messages leave this account again, within its limits.'
      : 'Messages leave this account again once the pause of all is lifted too.',
    ...(held_code === null ? [] : ['What the platform has answered no longer holds them back.']),
    ...(alert && held_code !== null
      ? ['The platform has blocked this account: resume it only once that is put right there.']
      : []),
  ];
}
