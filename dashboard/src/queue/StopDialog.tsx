import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '../api/client';
import type { SendingPause } from '../api/contract';
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
export function StopDialog(props: Props) {
  const { act, target } = props.intent;
  const verb = act === 'pause' ? 'Pause' : 'Resume';
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={<Text fw={600}>{`${verb} ${nameOf(target)}?`}</Text>}
      radius="lg"
      data-intent={act}
    >
      <Question {...props} verb={verb} />
    </Modal>
  );
}

function Question({ api, intent, all, onClose, onDone, verb }: Props & { verb: string }) {
  const { act, target } = intent;
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: () => {
      const request = requestFor(target);
      const why = reason.trim();
      return act === 'resume'
        ? api.resume(request)
        : api.pause(why === '' ? request : { ...request, reason: why });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['queue'] });
      onDone(`${verb}d ${nameOf(target)}.`);
    },
  });
  const effects = act === 'pause' ? pauseEffects(target) : resumeEffects(target, all);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <Stack gap="md">
        <List size="sm" spacing={4}>
          {effects.map((effect) => (
            <List.Item key={effect}>{effect}</List.Item>
          ))}
        </List>
        {act === 'pause' && (
          <TextInput
            label="Reason"
            description="Shown to everybody who asks why messages wait; may stay empty."
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
            Cancel
          </Button>
          <Button
            type="submit"
            loading={change.isPending}
            color={act === 'pause' ? 'orange.9' : 'indigo'}
            {...(act === 'resume' ? { 'data-autofocus': true } : {})}
          >
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
