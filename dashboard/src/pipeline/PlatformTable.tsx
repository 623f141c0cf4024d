import { Table } from '@mantine/core';
import type { Counts, PipelineStatus } from '../api/contract';
import classes from './PlatformTable.module.css';
import { grouped } from './stages';

const PLATFORMS = [
  ['linkedin', 'LinkedIn'],
  ['instagram', 'Instagram'],
  ['tiktok', 'TikTok'],
  ['facebook', 'Facebook'],
] as const;

const COLUMNS: readonly (readonly [keyof Counts, string])[] = [
  ['discovered', 'To review'],
  ['reviewed', 'Undecided'],
  ['qualified', 'Qualified'],
  ['rejected', 'Rejected'],
  ['drafted', 'Drafted'],
  ['queued', 'On the way'],
  ['waiting_manual', 'By hand'],
  ['sent', 'Sent'],
  ['followup_ready', 'Follow up'],
  ['replied', 'Replied'],
];

export function PlatformTable({ status }: { status: PipelineStatus }) {
  return (
    <section aria-labelledby="by-platform" className={classes.section}>
      <h2 id="by-platform" className={classes.title}>
        By platform
      </h2>
      <Table.ScrollContainer minWidth={760} className={classes.frame}>
        <Table verticalSpacing="sm" horizontalSpacing="md" className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Platform</Table.Th>
              {COLUMNS.map(([key, title]) => (
                <Table.Th key={key} scope="col">
                  {title}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {PLATFORMS.map(([key, name]) => (
              <Row key={key} name={name} counts={status.by_platform[key]} />
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Row name="All" counts={status} />
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function Row({ name, counts }: { name: string; counts: Counts | undefined }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      {COLUMNS.map(([key]) => {
        const value = counts?.[key] ?? 0;
        return (
          <Table.Td key={key} data-none={value === 0 ? true : undefined}>
            {grouped(value)}
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}
