import { useQueryClient } from '@tanstack/react-query';
import type { Api } from '../api/client';
import type { Job } from '../api/contract';
import { ConfirmDialog } from '../look/ConfirmDialog';
import { effectOf, wantedOf, type Order } from './jobs';

/** What a person has asked for and not confirmed yet. */
export interface Intent {
  job: Job;
  order: Order;
}

interface Props {
  api: Api;
  workspace: string;
  intent: Intent;
  onClose: () => void;
  onDone: (sentence: string) => void;
}

const VERBS: Readonly<Record<Order, string>> = {
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel',
};

const COLORS: Readonly<Record<Order, string>> = {
  pause: 'orange.9',
  resume: 'indigo',
  cancel: 'red.9',
};

/** Says what an order brings, and gives it on confirmation. */
export function OrderDialog({ api, workspace, intent, onClose, onDone }: Props) {
  const { order, job } = intent;
  const queryClient = useQueryClient();
  return (
    <ConfirmDialog
      onClose={onClose}
      onDone={onDone}
      step={{
        name: order,
        title: `${VERBS[order]} “${wantedOf(job)}”?`,
        effects: [effectOf(order)],
        reasonSeenBy: order === 'resume' ? null : 'looks at the job',
        confirm: order === 'cancel' ? 'Cancel the job' : VERBS[order],
        leave: 'Leave it',
        color: COLORS[order],
        take: async (reason) => {
          await api.orderJob(workspace, job.job_id, order, reason);
          await queryClient.invalidateQueries({ queryKey: ['jobs'] });
          return `${VERBS[order]} is ordered: ${effectOf(order)}`;
        },
      }}
    />
  );
}
