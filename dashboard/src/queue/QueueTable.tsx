import { Table } from '@mantine/core';
import type { Api } from '../api/client';
import type { QueuedMessage, SendQueue } from '../api/contract';
import { platformName, whenWords } from '../look/words';
import classes from './Queue.module.css';
import { SendNow } from './SendNow';
import { departureOf, kindOf, limitWords, needsClick, personOf, reasonOf } from './queue';
import { whyNoClick } from './standing';

interface Props {
  api: Api;
  workspace: string;
  queue: SendQueue;
  /** When the queue was told, in milliseconds since 1970. */
  at: number;
}

/** What has not left yet, in the order in which it will. */
export function QueueTable(props: Props) {
  return (
    <Table.ScrollContainer minWidth={1120} className={classes.frame}>
      <Table verticalSpacing="sm" horizontalSpacing="md" className={classes.queue}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w="4.5rem">
              Place
            </Table.Th>
            <Table.Th scope="col">Person</Table.Th>
            <Table.Th scope="col" w="7rem">
              Platform
            </Table.Th>
            <Table.Th scope="col">Account</Table.Th>
            <Table.Th scope="col" w="28%">
              Why it waits
            </Table.Th>
            <Table.Th scope="col" w="12rem">
              Leaves
            </Table.Th>
            <Table.Th scope="col" w="9rem">
              <span className="only-heard">Send</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.queue.items.map((message) => (
            <Row key={message.message_id} {...props} message={message} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ api, workspace, queue, at, message }: Props & { message: QueuedMessage }) {
  const limit = limitWords(message);
  return (
    <Table.Tr
      tabIndex={-1}
      className={classes.row}
      data-step
      data-message={message.message_id}
      data-state={message.state}
    >
      <Table.Td className={classes.figures}>{message.place ?? '–'}</Table.Td>
      <Table.Th scope="row">
        {personOf(message)}
        <div className={classes.aside}>{kindOf(message)}</div>
      </Table.Th>
      <Table.Td>{platformName(message.platform)}</Table.Td>
      <Table.Td>{message.account}</Table.Td>
      <Table.Td>
        {reasonOf(message)}
        {limit !== null && <div className={classes.aside}>{limit} used</div>}
      </Table.Td>
      <Table.Td className={classes.figures}>
        <Leaves message={message} at={at} />
      </Table.Td>
      <Table.Td>
        {needsClick(message) && (
          <SendNow
            api={api}
            workspace={workspace}
            message={message}
            why={whyNoClick(
              queue.accounts.find(
                ({ platform, account }) =>
                  platform === message.platform && account === message.account,
              ),
              queue.paused,
            )}
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Leaves({ message, at }: { message: QueuedMessage; at: number }) {
  const departure = departureOf(message, at);
  return (
    <>
      {departure.words}
      {departure.at !== null && (
        <div className={classes.aside}>
          <time dateTime={departure.at}>{whenWords(departure.at)}</time>
        </div>
      )}
    </>
  );
}
