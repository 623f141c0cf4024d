import { Button, Tooltip, type ButtonProps } from '@mantine/core';

/** A button that says why it cannot be used, and stays within reach of the keyboard to say it. */
export function ReasonedButton({
  why,
  label,
  run,
  shortcut,
  ...look
}: ButtonProps & {
  /** Why it cannot be used; null where it can. */
  why: string | null;
  /** What a screen reader calls it. */
  label: string;
  run: () => void;
  /** The key that presses it. */
  shortcut?: string;
}) {
  const off = why !== null;
  return (
    <Tooltip
      label={why}
      disabled={!off}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Button
        size="xs"
        {...look}
        {...(off ? { 'data-disabled': true } : {})}
        aria-label={off ? `${label}, not possible: ${why}` : label}
        aria-disabled={off}
        data-shortcut={shortcut}
        onClick={() => {
          if (!off) {
            run();
          }
        }}
      />
    </Tooltip>
  );
}
