import { Button, Group, Stack, Text } from '@mantine/core';
import type { ApiError } from '../api/client';
import classes from './Notice.module.css';

/** What a page says that could not be loaded. */
export function FailedPage(props: { title: string; error: ApiError; retry: () => void }) {
  const { title, error, retry } = props;
  return (
    <Stack component="section" role="alert" className={classes.notice} gap="xs" data-failed>
      <h2 className={classes.title}>{title}</h2>
      <Text size="sm">{error.message}</Text>
      <Group gap="sm" mt={4}>
        <Button size="xs" onClick={retry}>
          Retry
        </Button>
        <Text size="xs" ff="monospace">
          {error.code}
        </Text>
      </Group>
    </Stack>
  );
}
