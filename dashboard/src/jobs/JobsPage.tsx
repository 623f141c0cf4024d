import { Button, Group, NativeSelect, Skeleton, Text, Title } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api, ApiError } from '../api/client';
import type { Job, JobPage, JobStatus } from '../api/contract';
import { platformName } from '../look/words';
import { FailedPage } from '../pipeline/FailedPage';
import classes from '../queue/Queue.module.css';
import { EmptyJobs } from './EmptyJobs';
import { JobTable } from './JobTable';
import { PLATFORMS, STATUSES, type JobFilter } from './jobs';
import { OrderDialog, type Intent } from './OrderDialog';

const EVERY_MILLISECONDS = 5_000;

/** Discovery jobs: whom each found, why it waits and until when; and the way to stop it. */
export function JobsPage({ api, workspace }: { api: Api; workspace: string }) {
  const [filter, setFilter] = useState<JobFilter>({ status: '', platform: '' });
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery<
    JobPage,
    ApiError,
    Job[],
    unknown[],
    string | null
  >({
    queryKey: ['jobs', workspace, filter],
    queryFn: ({ pageParam }) => api.jobs(workspace, filter, pageParam),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    select: ({ pages }) => pages.flatMap((page) => page.items),
    refetchInterval: EVERY_MILLISECONDS,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Group justify="space-between" align="end">
        <Title order={1} size="h2">
          Discovery jobs
        </Title>
        <Filters filter={filter} onChange={setFilter} />
      </Group>
      {data === undefined ? (
        error === null ? (
          <Skeleton mt="xl" height="20rem" radius="lg" aria-label="Loading" aria-busy />
        ) : (
          <FailedPage title="The jobs cannot be shown" error={error} retry={() => void refetch()} />
        )
      ) : (
        <Loaded
          api={api}
          workspace={workspace}
          jobs={data}
          filtered={filter.status !== '' || filter.platform !== ''}
          stale={error === null ? null : error.message}
          more={hasNextPage ? () => void fetchNextPage() : null}
        />
      )}
    </>
  );
}

function Filters(props: { filter: JobFilter; onChange: (filter: JobFilter) => void }) {
  const { filter, onChange } = props;
  return (
    <Group gap="xs">
      <NativeSelect
        aria-label="Platform"
        value={filter.platform}
        data={[
          { value: '', label: 'Every platform' },
          ...PLATFORMS.map((platform) => ({ value: platform, label: platformName(platform) })),
        ]}
        onChange={(event) => {
          onChange({ ...filter, platform: event.currentTarget.value });
        }}
      />
      <NativeSelect
        aria-label="State"
        value={filter.status}
        data={[{ value: '', label: 'Every state' }, ...STATUSES]}
        onChange={(event) => {
          onChange({ ...filter, status: event.currentTarget.value as JobStatus | '' });
        }}
      />
    </Group>
  );
}

function Loaded(props: {
  api: Api;
  workspace: string;
  jobs: readonly Job[];
  filtered: boolean;
  /** Why the shown is not up to date; null where it is. */
  stale: string | null;
  /** Shows more; null where there is nothing more. */
  more: (() => void) | null;
}) {
  const { jobs, stale, more } = props;
  const [intent, setIntent] = useState<Intent | null>(null);
  const [done, setDone] = useState('');
  return (
    <>
      <Text size="sm" mih={22} role="status" {...(stale === null ? {} : { c: 'red' })}>
        {stale === null ? done : `Not up to date: ${stale}`}
      </Text>
      <section aria-label="Jobs" className={classes.section}>
        {jobs.length === 0 ? (
          <EmptyJobs filtered={props.filtered} />
        ) : (
          <JobTable
            jobs={jobs}
            onOrder={(job, order) => {
              setIntent({ job, order });
            }}
          />
        )}
        {more !== null && (
          <div className={classes.rest}>
            <Button size="xs" variant="default" onClick={more}>
              Show more
            </Button>
          </div>
        )}
      </section>
      {intent !== null && (
        <OrderDialog
          api={props.api}
          workspace={props.workspace}
          intent={intent}
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
