import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api, ApiError } from '../api/client';
import type { SendQueue } from '../api/contract';
import { FailedPage } from '../pipeline/FailedPage';
import { AccountsTable } from './AccountsTable';
import { EmptyQueue } from './EmptyQueue';
import classes from './Queue.module.css';
import { QueueTable } from './QueueTable';
import { StopDialog, type Intent } from './StopDialog';
import { ledeOf, MOST, PAGE, totalOf } from './queue';

const EVERY_MILLISECONDS = 5_000;

/** What is to be sent, in which order, and why not yet; and the way to stop it. */
export function QueuePage({ api, workspace }: { api: Api; workspace: string }) {
  const [limit, setLimit] = useState(PAGE);
  const { data, error, dataUpdatedAt, refetch } = useQuery<SendQueue, ApiError>({
    queryKey: ['queue', workspace, limit],
    queryFn: () => api.queue(workspace, limit),
    refetchInterval: EVERY_MILLISECONDS,
    placeholderData: keepPreviousData,
  });
  const more = () => {
    setLimit(Math.min(limit + PAGE, MOST));
  };
  return (
    <>
      <Title order={1} size="h2">
        Send queue
      </Title>
      <Text mt={4} mih={24} data-lede>
        {data === undefined ? ' ' : ledeOf(data)}
      </Text>
      {data === undefined ? (
        <Missing error={error} retry={() => void refetch()} />
      ) : (
        <Loaded
          api={api}
          workspace={workspace}
          queue={data}
          at={dataUpdatedAt}
          stale={error === null ? null : error.message}
          more={more}
        />
      )}
    </>
  );
}

function Missing({ error, retry }: { error: ApiError | null; retry: () => void }) {
  return error === null ? (
    <Stack gap="xl" mt="xl" aria-busy>
      <Skeleton height="10rem" radius="lg" aria-label="Loading" />
      <Skeleton height="20rem" radius="lg" aria-label="Loading" />
    </Stack>
  ) : (
    <FailedPage title="The queue cannot be shown" error={error} retry={retry} />
  );
}

function Loaded(props: {
  api: Api;
  workspace: string;
  queue: SendQueue;
  at: number;
  /** Why the shown is not up to date; null where it is. */
  stale: string | null;
  more: () => void;
}) {
  const { queue, stale, more } = props;
  const [intent, setIntent] = useState<Intent | null>(null);
  const [done, setDone] = useState('');
  return (
    <>
      <Text size="sm" mih={22} role="status" {...(stale === null ? {} : { c: 'red' })}>
        {stale === null ? done : `Not up to date: ${stale}`}
      </Text>
      <AccountsTable queue={queue} onIntent={setIntent} />
      <section aria-labelledby="messages" className={classes.section}>
        <h2 id="messages" className={classes.title}>
          Messages
        </h2>
        {queue.items.length === 0 ? <EmptyQueue /> : <QueueTable {...props} />}
        <Rest shown={queue.items.length} total={totalOf(queue)} more={more} />
      </section>
      {intent !== null && (
        <StopDialog
          api={props.api}
          intent={intent}
          all={queue.paused}
          onClose={() => {
            setIntent(null);
          }}
          onDone={(sentence) => {
            setDone(sentence);
            setIntent(null);
          }}
        />
      )}
    </>
  );
}

function Rest({ shown, total, more }: { shown: number; total: number; more: () => void }) {
  if (shown >= total) {
    return null;
  }
  return (
    <div className={classes.rest}>
      <Text size="sm">
        The first {shown.toLocaleString('en-US')} of {total.toLocaleString('en-US')}.
      </Text>
      {shown < MOST && (
        <Button size="xs" variant="default" onClick={more}>
          Show more
        </Button>
      )}
    </div>
  );
}
