import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import classes from './Notice.module.css';

const COMMAND = './outreach import people.csv --platform instagram';

/** What a pipeline that never had anyone says: what will appear here, and how. */
export function EmptyPipeline() {
  return (
    <Stack component="section" className={classes.notice} gap="xs" data-empty>
      <h2 className={classes.title}>Nobody here yet</h2>
      <Text size="sm" maw={620}>
        People you discover land in the first card, wait for your review, and move right as they are
        qualified, drafted, sent and followed up. Nothing is ever sent before you approve it. Bring
        in a list to begin:
      </Text>
      <Group gap="sm">
        <Code className={classes.command}>{COMMAND}</Code>
        <CopyButton value={COMMAND}>
          {({ copied, copy }) => (
            <Button variant="default" size="xs" miw={84} onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}
