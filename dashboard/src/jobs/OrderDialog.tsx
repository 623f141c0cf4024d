import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '../api/client';
import type { Job } from '../api/contract';
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

/** Says what an order brings, and gives it on confirmation. */
export function OrderDialog(props: Props) {
  const { order, job } = props.intent;
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={<Text fw={600}>{`${VERBS[order]} “${wantedOf(job)}”?`}</Text>}
      radius="lg"
      data-intent={order}
    >
      <Question {...props} />
    </Modal>
  );
}

function Question({ api, workspace, intent, onClose, onDone }: Props) {
  const { order, job } = intent;
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: () => api.orderJob(workspace, job.job_id, order, reason.trim()),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['jobs'] });
      onDone(`${VERBS[order]} is ordered: ${effectOf(order)}`);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <Stack gap="md">
        <Text size="sm">{effectOf(order)}</Text>
        {order !== 'resume' && (
          <TextInput
            label="Reason"
            description="Shown to everybody who looks at the job; may stay empty."
            maxLength={500}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
            }}
            data-autofocus
          />
        )}
        <Text size="sm" c="red" role="alert" mih={20}>
          {change.error?.message}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Leave it
          </Button>
          <Button
            type="submit"
            loading={change.isPending}
            color={order === 'cancel' ? 'red.9' : order === 'pause' ? 'orange.9' : 'indigo'}
            {...(order === 'resume' ? { 'data-autofocus': true } : {})}
          >
            {order === 'cancel' ? 'Cancel the job' : VERBS[order]}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
