import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

/** A step that is taken once a person has confirmed it. */
export interface Step {
  /** For tests and styles. */
  name: string;
  title: string;
  /** What it brings, one sentence each. */
  effects: readonly string[];
  /** Who will see a reason; null where none is asked for. */
  reasonSeenBy: string | null;
  confirm: string;
  leave: string;
  color: string;
  /** Takes it, and says in a sentence what was done. */
  take: (reason: string) => Promise<string>;
}

interface Props {
  step: Step;
  onClose: () => void;
  onDone: (sentence: string) => void;
}

/** Says what a step brings, and takes it on confirmation. */
export function ConfirmDialog({ step, onClose, onDone }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={600}>{step.title}</Text>}
      radius="lg"
      data-intent={step.name}
    >
      <Question step={step} onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

function Question({ step, onClose, onDone }: Props) {
  const [reason, setReason] = useState('');
  const taking = useMutation({
    mutationFn: () => step.take(reason.trim()),
    onSuccess: onDone,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        taking.mutate();
      }}
    >
      <Stack gap="md">
        <List size="sm" spacing={4}>
          {step.effects.map((effect) => (
            <List.Item key={effect}>{effect}</List.Item>
          ))}
        </List>
        {step.reasonSeenBy !== null && (
          <TextInput
            label="Reason"
            description={`Shown to everybody who ${step.reasonSeenBy}; may stay empty.`}
            maxLength={500}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
            }}
            data-autofocus
          />
        )}
        <Text size="sm" c="red" role="alert" mih={20}>
          {taking.error?.message}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {step.leave}
          </Button>
          <Button
            type="submit"
            loading={taking.isPending}
            color={step.color}
            {...(step.reasonSeenBy === null ? { 'data-autofocus': true } : {})}
          >
            {step.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
