import { Code, Stack, Text } from '@mantine/core';
import notice from '../pipeline/Notice.module.css';

/** What a queue with nothing in it says: what will appear here, and how. */
export function EmptyQueue() {
  return (
    <Stack component="section" className={notice.notice} gap="xs" mt={0} data-empty>
      <h3 className={notice.title}>Nothing waits to be sent</h3>
      <Text size="sm" maw={680}>
        A message appears here as soon as its draft is approved, with{' '}
        <Code>POST /api/social/pipeline/send</Code>. It shows its place in the order of sending, why
        it still waits and when it leaves; it goes from here once it is sent.
      </Text>
    </Stack>
  );
}
