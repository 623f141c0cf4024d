import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import type { Shortcut } from './chords';

export function CheatSheet(props: {
  shortcuts: readonly Shortcut[];
  opened: boolean;
  onClose: () => void;
}) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={<Text fw={600}>Keyboard shortcuts</Text>}
      size="sm"
      radius="lg"
    >
      <Stack gap="sm">
        {props.shortcuts.map((shortcut) => (
          <Group key={shortcut.keys.join(' ')} justify="space-between">
            <Text size="sm">{shortcut.does}</Text>
            <Group gap={6}>
              {shortcut.keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
