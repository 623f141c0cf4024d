import { Badge, Group, Table, Text } from '@mantine/core';
import type { SendAccount, SendQueue } from '../api/contract';
import { platformName } from '../look/words';
import classes from './Queue.module.css';
import { ReasonedButton } from './ReasonedButton';
import type { Intent } from './StopDialog';
import { limitWords, notesOn } from './queue';
import {
  nameOf,
  pauseOfAll,
  standingOf,
  whyNoPause,
  whyNoResume,
  type Standing,
  type Target,
} from './standing';

const COLORS: Readonly<Record<Standing['kind'], string>> = {
  free: 'teal',
  paused: 'orange',
  held: 'yellow',
  blocked: 'red',
};

interface Props {
  queue: SendQueue;
  onIntent: (intent: Intent) => void;
}

/** The accounts that send, whether they do at the moment, and the way to stop and free them. */
export function AccountsTable({ queue, onIntent }: Props) {
  return (
    <section aria-labelledby="accounts" className={classes.section}>
      <div className={classes.head}>
        <h2 id="accounts" className={classes.title}>
          Accounts
        </h2>
        <Text size="sm" className={classes.stop} data-paused={queue.paused !== null}>
          {pauseOfAll(queue.paused)}
        </Text>
        <Switches queue={queue} target={{ kind: 'all' }} onIntent={onIntent} />
      </div>
      {queue.accounts.length === 0 ? (
        <Text size="sm">
          An account appears here with its limits once the first message is approved for it.
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={760} className={classes.frame}>
          <Table verticalSpacing="sm" horizontalSpacing="md" className={classes.accounts}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col" w="18%">
                  Account
                </Table.Th>
                <Table.Th scope="col">State</Table.Th>
                <Table.Th scope="col" w="22%">
                  Limits used
                </Table.Th>
                <Table.Th scope="col" w="6rem">
                  Waiting
                </Table.Th>
                <Table.Th scope="col" w="13rem">
                  <span className="only-heard">Pause or resume</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {queue.accounts.map((account) => (
                <Row
                  key={`${account.platform}/${account.account}`}
                  account={account}
                  queue={queue}
                  onIntent={onIntent}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}

function Row({ account, queue, onIntent }: Props & { account: SendAccount }) {
  const standing = standingOf(account, queue.paused);
  return (
    <Table.Tr data-account={account.account} data-standing={standing.kind}>
      <Table.Th scope="row">
        {account.account}
        <div className={classes.aside}>{platformName(account.platform)}</div>
      </Table.Th>
      <Table.Td>
        <Badge variant="light" color={COLORS[standing.kind]} tt="none" radius="sm">
          {standing.label}
        </Badge>
        {standing.sentences.map((sentence) => (
          <div key={sentence} className={classes.aside}>
            {sentence}
          </div>
        ))}
      </Table.Td>
      <Table.Td className={classes.figures}>
        {account.limits.map((gauge) => (
          <div key={`${gauge.route} ${gauge.message_type} ${gauge.within_seconds}`}>
            {limitWords(gauge)}
            {notesOn(account.platform, gauge).map((note) => (
              <div key={note} className={classes.aside}>
                {note}
              </div>
            ))}
          </div>
        ))}
      </Table.Td>
      <Table.Td className={classes.figures}>{account.waiting.toLocaleString('en-US')}</Table.Td>
      <Table.Td>
        <Switches queue={queue} target={{ kind: 'account', account }} onIntent={onIntent} />
      </Table.Td>
    </Table.Tr>
  );
}

function Switches({ queue, target, onIntent }: Props & { target: Target }) {
  const all = target.kind === 'all';
  return (
    <Group gap="xs" wrap="nowrap" justify="flex-end">
      <ReasonedButton
        variant="default"
        why={whyNoPause(target, queue.paused)}
        label={`Pause ${nameOf(target)}`}
        run={() => {
          onIntent({ act: 'pause', target });
        }}
        {...(all && queue.paused === null ? { shortcut: 'p' } : {})}
      >
        {all ? 'Pause all' : 'Pause'}
      </ReasonedButton>
      <ReasonedButton
        variant="default"
        why={whyNoResume(target, queue.paused)}
        label={`Resume ${nameOf(target)}`}
        run={() => {
          onIntent({ act: 'resume', target });
        }}
        {...(all && queue.paused !== null ? { shortcut: 'p' } : {})}
      >
        {all ? 'Resume all' : 'Resume'}
      </ReasonedButton>
    </Group>
  );
}
