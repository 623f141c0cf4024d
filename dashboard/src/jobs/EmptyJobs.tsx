import { Code, Stack, Text } from '@mantine/core';
import notice from '../pipeline/Notice.module.css';

/** What an empty list says: what will appear here, and how. */
export function EmptyJobs({ filtered }: { filtered: boolean }) {
  return (
    <Stack component="section" className={notice.notice} gap="xs" mt={0} data-empty>
      <h2 className={notice.title}>{filtered ? 'No job is like this' : 'No job yet'}</h2>
      <Text size="sm" maw={680}>
        {filtered ? (
          'Choose another platform or state to see other jobs.'
        ) : (
          <>
            A job appears here with each request to find people: post it to{' '}
            <Code>/api/social/pipeline/discover</Code>, publish it to{' '}
            <Code>social.discovery-requests</Code>, insert it into{' '}
            <Code>social_discovery_requests</Code>, or run <Code>./outreach import people.csv</Code>
            . It shows whom it found, why it waits and until when.
          </>
        )}
      </Text>
    </Stack>
  );
}
