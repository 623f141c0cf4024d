import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Api, ApiError } from '../api/client';
import type { SendQueue } from '../api/contract';
import { useAddress } from '../app/useAddress';
import classes from './Notice.module.css';
import { stopsOf } from './stops';

const EVERY_MILLISECONDS = 5000;

/** Says what stands still in sending: a block of a platform first. */
export function SendingNotice({ api, workspace }: { api: Api; workspace: string }) {
  const addressOf = useAddress();
  const query = useQuery<SendQueue, ApiError>({
    queryKey: ['queue', workspace],
    queryFn: () => api.queue(workspace),
    refetchInterval: EVERY_MILLISECONDS,
  });
  const stops = query.data === undefined ? [] : stopsOf(query.data);
  if (stops.length === 0) {
    return null;
  }
  return (
    <Stack component="section" role="alert" className={classes.notice} gap={4} data-stops>
      <h2 className={classes.title}>Some messages do not leave</h2>
      {stops.map((stop) => (
        <Text key={stop.text} size="sm" {...(stop.alert ? { c: 'red' } : {})}>
          {stop.text}
        </Text>
      ))}
      <Anchor component={Link} size="sm" href={addressOf('/outreach/queue')}>
        See the queue →
      </Anchor>
    </Stack>
  );
}
