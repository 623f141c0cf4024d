import type { PipelineStatus, Unlocks } from '../api/contract';

export type StageKey = keyof Unlocks;

/** A figure beside the big one. */
export interface Fact {
  label: string;
  value: number;
  /** True where the figure asks for a person's decision. */
  alarming: boolean;
}

/** What has happened in a stage since midnight. */
export interface Today {
  value: number;
  /** What happened, as in "found". */
  verb: string;
  /** Where midnight was, for example Europe/Berlin. */
  zone: string;
}

/** What one card shows. */
export interface Stage {
  key: StageKey;
  title: string;
  count: number;
  unit: string;
  /** Null before the server knows which day it is. */
  today: Today | null;
  facts: readonly Fact[];
  unlocked: boolean;
  /** Why it is unlocked or locked, as the server says it. */
  reason: string;
  /** Where things stand, in words. */
  state: string;
  /** How much work waits for a person here. */
  waiting: number;
  /** The stage whose work opens this one, where it is locked. */
  openedBy: { key: StageKey; invitation: string } | null;
}

/** The five stages, in the order people pass through them. */
export function stagesOf(status: PipelineStatus): readonly Stage[] {
  return [discovery(status), review(status), drafting(status), sending(status), followUp(status)];
}

/** One sentence on what waits for a person, most upstream first. */
export function lede(status: PipelineStatus): string {
  const work = [
    counted(status.discovered, 'person to review', 'people to review'),
    counted(status.drafted, 'draft to approve', 'drafts to approve'),
    counted(status.waiting_manual, 'message to send by hand', 'messages to send by hand'),
    counted(status.unconfirmed, 'message to confirm', 'messages to confirm'),
    counted(status.followup_ready, 'follow-up to draft', 'follow-ups to draft'),
  ].filter((part) => part !== null);
  return work.length === 0 ? 'Nothing waits on you.' : `Waiting on you: ${listed(work)}.`;
}

function discovery(status: PipelineStatus): Stage {
  return stage('discovery', 'Discovery', status, {
    count: status.discovered,
    unit: 'found, not reviewed yet',
    today: since(status, 'discovered', 'found'),
    facts: [
      fact('people in all', status.people),
      fact(
        'platforms in use',
        Object.values(status.by_platform).filter(({ people }) => people > 0).length,
      ),
    ],
    waiting: 0,
    state: status.people === 0 ? 'No search has found anyone yet' : 'Ready for the next search',
    openedBy: null,
  });
}

function review(status: PipelineStatus): Stage {
  return stage('review', 'Review', status, {
    count: status.qualified,
    unit: 'qualified',
    today: since(status, 'qualified', 'qualified'),
    facts: [fact('seen, undecided', status.reviewed), fact('rejected', status.rejected)],
    waiting: status.discovered,
    state:
      counted(status.discovered, 'person waits for review', 'people wait for review') ??
      'Everyone found is reviewed',
    openedBy: { key: 'discovery', invitation: 'Find people first' },
  });
}

function drafting(status: PipelineStatus): Stage {
  const undecided = status.discovered + status.reviewed;
  return stage('drafting', 'Drafting', status, {
    count: status.drafted,
    unit: status.drafted === 1 ? 'draft to read' : 'drafts to read',
    today: since(status, 'drafted', 'drafted'),
    facts: [fact('being written', status.drafting)],
    waiting: status.drafted,
    state:
      counted(status.drafted, 'draft waits for approval', 'drafts wait for approval') ??
      'No draft waits',
    openedBy: {
      key: 'review',
      invitation: undecided === 0 ? 'Find people first' : `${grouped(undecided)} to review`,
    },
  });
}

function sending(status: PipelineStatus): Stage {
  const byHand = status.waiting_manual + status.unconfirmed;
  return stage('sending', 'Sending', status, {
    count: status.sent,
    unit: 'sent, no answer yet',
    today: since(status, 'sent', 'sent'),
    facts: [
      fact('on the way', status.queued),
      fact('to send by hand', status.waiting_manual),
      alarm('in doubt', status.unconfirmed),
      alarm('failed', status.failed),
    ],
    waiting: byHand,
    state:
      counted(byHand, 'message needs you', 'messages need you') ??
      (status.queued > 0 ? `${grouped(status.queued)} on the way` : 'Nothing on the way'),
    openedBy: { key: 'drafting', invitation: 'See drafting' },
  });
}

function followUp(status: PipelineStatus): Stage {
  return stage('followup', 'Follow-ups', status, {
    count: status.followup_ready,
    unit: 'ready for a follow-up',
    today: since(status, 'replied', 'replied'),
    facts: [
      fact('replied', status.replied),
      fact('all follow-ups used', status.exhausted),
      fact('opted out', status.opted_out),
    ],
    waiting: status.followup_ready,
    state:
      counted(
        status.followup_ready,
        'person is silent long enough',
        'people are silent long enough',
      ) ?? 'Nobody is silent for too long',
    openedBy: { key: 'sending', invitation: 'See sending' },
  });
}

function stage(
  key: StageKey,
  title: string,
  status: PipelineStatus,
  rest: Omit<Stage, 'key' | 'title' | 'unlocked' | 'reason'>,
): Stage {
  const { unlocked, reason } = status.unlocks[key];
  return { key, title, unlocked, reason, ...rest, openedBy: unlocked ? null : rest.openedBy };
}

function since(
  { today }: PipelineStatus,
  key: 'discovered' | 'qualified' | 'drafted' | 'sent' | 'replied',
  verb: string,
): Today | null {
  return today.day === null ? null : { value: today[key], verb, zone: today.zone };
}

function fact(label: string, value: number): Fact {
  return { label, value, alarming: false };
}

function alarm(label: string, value: number): Fact {
  return { label, value, alarming: value > 0 };
}

/** A number with its digits in groups: 12,345. */
export function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

function counted(value: number, one: string, many: string): string | null {
  return value === 0 ? null : `${grouped(value)} ${value === 1 ? one : many}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
