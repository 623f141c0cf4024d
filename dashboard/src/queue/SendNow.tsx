import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Api } from '../api/client';
import type { QueuedMessage } from '../api/contract';
import { ReasonedButton } from './ReasonedButton';
import { personOf } from './queue';

/** The click of a person without which a platform lets a message not leave. */
export function SendNow(props: {
  api: Api;
  workspace: string;
  message: QueuedMessage;
  /** Why it would not leave at the moment; null where it would. */
  why: string | null;
}) {
  const { api, workspace, message } = props;
  const queryClient = useQueryClient();
  const click = useMutation({
    mutationFn: () => api.sendNow(workspace, message.message_id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['queue', workspace] }),
  });
  return (
    <>
      <ReasonedButton
        why={click.isSuccess ? 'It leaves in a moment' : props.why}
        label={`Send now to ${personOf(message)}`}
        loading={click.isPending}
        miw={104}
        run={() => {
          click.mutate();
        }}
      >
        {click.isSuccess ? 'Clicked' : 'Send now'}
      </ReasonedButton>
      {click.error !== null && (
        <Text size="xs" c="red" role="alert">
          {click.error.message}
        </Text>
      )}
    </>
  );
}
