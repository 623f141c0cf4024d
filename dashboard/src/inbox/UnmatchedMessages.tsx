import { Button, Group, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '../api/client';
import type { UnmatchedMessage } from '../api/contract';
import { whenWords } from '../look/words';
import classes from './UnmatchedMessages.module.css';
import { writerOf } from './messages';

const EVERY = 10_000;

/** Messages whose writer nobody knows yet; nothing at all where none waits. */
export function UnmatchedMessages({ api, workspace }: { api: Api; workspace: string }) {
  const query = useQuery({
    queryKey: ['unmatched', workspace],
    queryFn: () => api.unmatched(workspace),
    refetchInterval: EVERY,
  });
  const { items, total } = query.data ?? { items: [], total: 0 };
  if (total === 0) {
    return null;
  }
  return (
    <section aria-labelledby="unmatched" className={classes.section} data-unmatched={total}>
      <h2 id="unmatched" className={classes.title}>
        Messages from people nobody knows yet
      </h2>
      <Text size="sm" mb="sm">
        They match by themselves once the person is found. {shown(items.length, total)}
      </Text>
      <Table.ScrollContainer minWidth={760} className={classes.frame}>
        <Table verticalSpacing="sm" horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">From</Table.Th>
              <Table.Th scope="col">Message</Table.Th>
              <Table.Th scope="col">When</Table.Th>
              <Table.Th scope="col">Who is it?</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((message) => (
              <Row key={message.id} api={api} workspace={workspace} message={message} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function shown(items: number, total: number): string {
  return items < total ? `The newest ${items} of ${total}.` : '';
}

function Row(props: { api: Api; workspace: string; message: UnmatchedMessage }) {
  const { api, workspace, message } = props;
  const [handle, setHandle] = useState('');
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['unmatched', workspace] });
  const match = useMutation({
    mutationFn: () => api.matchMessage(workspace, message.id, handle.trim()),
    onSuccess: refresh,
  });
  const dismiss = useMutation({
    mutationFn: () => api.dismissMessage(workspace, message.id),
    onSuccess: refresh,
  });
  const failure = match.error ?? dismiss.error;
  return (
    <Table.Tr>
      <Table.Th scope="row">{writerOf(message)}</Table.Th>
      <Table.Td className={classes.words}>{message.body ?? 'No text, perhaps a picture'}</Table.Td>
      <Table.Td>
        <time dateTime={message.at}>{whenWords(message.at)}</time>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <TextInput
            size="xs"
            aria-label={`Handle of ${writerOf(message)}`}
            placeholder="handle"
            value={handle}
            onChange={(event) => {
              setHandle(event.currentTarget.value);
            }}
            error={failure?.message}
          />
          <Button
            size="xs"
            disabled={handle.trim() === ''}
            loading={match.isPending}
            onClick={() => {
              match.mutate();
            }}
          >
            Match
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            loading={dismiss.isPending}
            onClick={() => {
              dismiss.mutate();
            }}
          >
            Dismiss
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
