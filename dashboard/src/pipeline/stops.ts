import type { SendAccount, SendQueue } from '../api/contract';

/** Something that keeps messages from leaving, in words. */
export interface Stop {
  readonly text: string;
  readonly alert: boolean;
}

/** What stands still, blocked accounts first. */
export function stopsOf(queue: Pick<SendQueue, 'paused' | 'accounts'>): readonly Stop[] {
  const all =
    queue.paused === null
      ? []
      : [{ text: `All sending is paused by ${queue.paused.paused_by}.`, alert: false }];
  return [...all, ...queue.accounts.flatMap(stopsOfAccount)].sort(
    (one, other) => Number(other.alert) - Number(one.alert),
  );
}

function stopsOfAccount(account: SendAccount): readonly Stop[] {
  const name = `${account.platform}/${account.account}`;
  const paused =
    account.paused_by === null
      ? []
      : [{ text: `${name} is paused by ${account.paused_by}.`, alert: false }];
  if (account.held_code === null) {
    return paused;
  }
  const until =
    account.held_until === null
      ? 'until somebody resumes it'
      : `until ${new Date(account.held_until).toLocaleString()}`;
  const reason = account.held_reason ?? account.held_code;
  return [...paused, { text: `${name} is held ${until}: ${reason}`, alert: account.alert }];
}
