import { useQueryClient } from '@tanstack/react-query';
import type { Api } from '../api/client';
import type { SendingPause } from '../api/contract';
import { ConfirmDialog } from '../look/ConfirmDialog';
import { nameOf, pauseEffects, requestFor, resumeEffects, type Target } from './standing';

/** What a person has asked for and not confirmed yet. */
export interface Intent {
  act: 'pause' | 'resume';
  target: Target;
}

interface Props {
  api: Api;
  intent: Intent;
  all: SendingPause | null;
  onClose: () => void;
  onDone: (sentence: string) => void;
}

/** Says what a pause or its end brings, and does it on confirmation. */
export function StopDialog({ api, intent, all, onClose, onDone }: Props) {
  const { act, target } = intent;
  const queryClient = useQueryClient();
  const pauses = act === 'pause';
  const verb = pauses ? 'Pause' : 'Resume';
  return (
    <ConfirmDialog
      onClose={onClose}
      onDone={onDone}
      step={{
        name: act,
        title: `${verb} ${nameOf(target)}?`,
        effects: pauses ? pauseEffects(target) : resumeEffects(target, all),
        reasonSeenBy: pauses ? 'asks why messages wait' : null,
        confirm: verb,
        leave: 'Cancel',
        color: pauses ? 'orange.9' : 'indigo',
        take: async (reason) => {
          const request = requestFor(target);
          await (pauses
            ? api.pause(reason === '' ? request : { ...request, reason })
            : api.resume(request));
          await queryClient.invalidateQueries({ queryKey: ['queue'] });
          return `${verb}d ${nameOf(target)}.`;
        },
      }}
    />
  );
}
