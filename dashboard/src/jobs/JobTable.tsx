import { Badge, Button, Group, Table } from '@mantine/core';
import type { Job } from '../api/contract';
import { whenWords } from '../look/words';
import classes from '../queue/Queue.module.css';
import { ordersFor, originOf, refusalsOf, wantedOf, type Order } from './jobs';

const COLORS: Readonly<Record<Job['status'], string>> = {
  running: 'indigo',
  waiting: 'yellow',
  paused: 'orange',
  completed: 'teal',
  failed: 'red',
  cancelled: 'gray',
};

const VERBS: Readonly<Record<Order, string>> = {
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel',
};

interface Props {
  jobs: readonly Job[];
  onOrder: (job: Job, order: Order) => void;
}

/** The jobs, newest first: what each found, and why it waits or stopped. */
export function JobTable({ jobs, onOrder }: Props) {
  return (
    <Table.ScrollContainer minWidth={1080} className={classes.frame}>
      <Table verticalSpacing="sm" horizontalSpacing="md" className={classes.queue}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Looks for</Table.Th>
            <Table.Th scope="col" w="30%">
              State
            </Table.Th>
            <Table.Th scope="col" w="6.5rem">
              Found
            </Table.Th>
            <Table.Th scope="col" w="6.5rem">
              New
            </Table.Th>
            <Table.Th scope="col" w="6.5rem">
              Known
            </Table.Th>
            <Table.Th scope="col" w="15%">
              Refused
            </Table.Th>
            <Table.Th scope="col" w="12rem">
              <span className="only-heard">Pause, resume or cancel</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {jobs.map((job) => (
            <Row key={job.job_id} job={job} onOrder={onOrder} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ job, onOrder }: { job: Job; onOrder: Props['onOrder'] }) {
  const wanted = wantedOf(job);
  return (
    <Table.Tr
      tabIndex={-1}
      className={classes.row}
      data-step
      data-job={job.job_id}
      data-state={job.status}
    >
      <Table.Th scope="row">
        {wanted}
        <div className={classes.aside}>{originOf(job)}</div>
        <div className={classes.aside}>
          <time dateTime={job.started_at}>{whenWords(job.started_at)}</time>
        </div>
      </Table.Th>
      <Table.Td>
        <State job={job} />
      </Table.Td>
      <Figure value={job.found} />
      <Figure value={job.new_people} />
      <Figure value={job.known_people} />
      <Table.Td className={classes.figures}>
        {job.refused.toLocaleString('en-US')}
        <div className={classes.aside}>{refusalsOf(job)}</div>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap" justify="flex-end">
          {ordersFor(job).map((order) => (
            <Button
              key={order}
              size="xs"
              variant="default"
              aria-label={`${VERBS[order]} ${wanted}`}
              onClick={() => {
                onOrder(job, order);
              }}
            >
              {VERBS[order]}
            </Button>
          ))}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function Figure({ value }: { value: number }) {
  return <Table.Td className={classes.figures}>{value.toLocaleString('en-US')}</Table.Td>;
}

function State({ job }: { job: Job }) {
  return (
    <>
      <Badge variant="light" color={COLORS[job.status]} tt="none" radius="sm">
        {job.status}
      </Badge>
      {job.reason !== null && <div className={classes.aside}>{job.reason}</div>}
      {job.waits_until !== null && (
        <div className={classes.aside}>
          until <time dateTime={job.waits_until}>{whenWords(job.waits_until)}</time>
        </div>
      )}
    </>
  );
}
