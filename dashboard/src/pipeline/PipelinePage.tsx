import { Skeleton, Text, Title } from '@mantine/core';
import type { Api } from '../api/client';
import type { PipelineStatus } from '../api/contract';
import { UnmatchedMessages } from '../inbox/UnmatchedMessages';
import { EmptyPipeline } from './EmptyPipeline';
import { FailedPage } from './FailedPage';
import { Freshness } from './Freshness';
import classes from './PipelinePage.module.css';
import { PlatformTable } from './PlatformTable';
import { SendingNotice } from './SendingNotice';
import { StageCard } from './StageCard';
import { lede, stagesOf } from './stages';
import { useLiveStatus } from './useLiveStatus';

export function PipelinePage({ api, workspace }: { api: Api; workspace: string }) {
  const { status, error, retry, line } = useLiveStatus(api, workspace);
  return (
    <>
      <Title order={1} size="h2">
        Social pipeline
      </Title>
      <Text mt={4} mih={24} data-lede>
        {status === undefined ? ' ' : lede(status)}
      </Text>
      {status === undefined && error !== null ? (
        <FailedPage title="The pipeline cannot be shown" error={error} retry={() => void retry()} />
      ) : (
        <>
          <SendingNotice api={api} workspace={workspace} />
          <Cards status={status} />
          <Freshness status={status} line={line} />
          <UnmatchedMessages api={api} workspace={workspace} />
          {status !== undefined && <Below status={status} />}
        </>
      )}
    </>
  );
}

function Below({ status }: { status: PipelineStatus }) {
  return status.people === 0 ? <EmptyPipeline /> : <PlatformTable status={status} />;
}

function Cards({ status }: { status: PipelineStatus | undefined }) {
  const cards =
    status === undefined
      ? [1, 2, 3, 4, 5].map((step) => ({
          step,
          card: <Skeleton height="21rem" radius="lg" aria-label="Loading" />,
        }))
      : stagesOf(status).map((stage, index) => ({
          step: index + 1,
          card: <StageCard stage={stage} step={index + 1} />,
        }));
  return (
    <ol className={classes.stages} aria-busy={status === undefined}>
      {cards.map(({ step, card }) => (
        <li key={step}>{card}</li>
      ))}
    </ol>
  );
}
