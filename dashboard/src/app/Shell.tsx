import {
  ActionIcon,
  Group,
  Tooltip,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { CheatSheet } from '../keyboard/CheatSheet';
import type { Shortcut } from '../keyboard/chords';
import { useShortcuts } from '../keyboard/useShortcuts';
import { BrandIcon, KeyboardIcon, LeaveIcon, MoonIcon, SunIcon } from '../look/icons';
import classes from './Shell.module.css';
import { useAddress } from './useAddress';

const PAGES = [
  ['/outreach/social', 'Pipeline'],
  ['/outreach/jobs', 'Jobs'],
  ['/outreach/queue', 'Queue'],
] as const;

export function Shell({ children, onLeave }: { children: ReactNode; onLeave: () => void }) {
  const [path, go] = useLocation();
  const addressOf = useAddress();
  const [helping, help] = useDisclosure(false);
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const switchLight = () => {
    setColorScheme(dark ? 'light' : 'dark');
  };
  const shortcuts: readonly Shortcut[] = [
    {
      keys: ['g', 'h'],
      does: 'Go to the first page',
      run: () => {
        go('/');
      },
    },
    {
      keys: ['g', 'p'],
      does: 'Go to the social pipeline',
      run: () => {
        go(addressOf('/outreach/social'));
      },
    },
    {
      keys: ['g', 'd'],
      does: 'Go to the discovery jobs',
      run: () => {
        go(addressOf('/outreach/jobs'));
      },
    },
    {
      keys: ['g', 'q'],
      does: 'Go to the send queue',
      run: () => {
        go(addressOf('/outreach/queue'));
      },
    },
    {
      keys: ['j'],
      does: 'Next stage, job or message',
      run: () => {
        focusStep(1);
      },
    },
    {
      keys: ['k'],
      does: 'Stage, job or message before',
      run: () => {
        focusStep(-1);
      },
    },
    {
      keys: ['p'],
      does: 'Pause or resume all sending, in the queue',
      run: () => {
        document.querySelector<HTMLElement>('[data-shortcut=p]')?.click();
      },
    },
    { keys: ['t'], does: 'Light or dark', run: switchLight },
    { keys: ['?'], does: 'This list', run: help.toggle },
  ];
  useShortcuts(shortcuts);

  return (
    <>
      <header className={classes.header}>
        <div className={classes.bar}>
          <Link href="/" className={classes.brand} aria-label="Outreach">
            <BrandIcon />
            <span className={classes.name}>Outreach</span>
          </Link>
          <nav className={classes.navigation} aria-label="Pages">
            {PAGES.map(([page, name]) => (
              <Link
                key={page}
                href={addressOf(page)}
                className={classes.link}
                aria-current={path === page ? 'page' : undefined}
              >
                {name}
              </Link>
            ))}
          </nav>
          <Group gap={4} wrap="nowrap">
            <Tool label="Keyboard shortcuts" hint="?" run={help.open} icon={<KeyboardIcon />} />
            <Tool
              label={dark ? 'Light colors' : 'Dark colors'}
              hint="t"
              run={switchLight}
              icon={dark ? <SunIcon /> : <MoonIcon />}
            />
            <Tool label="Sign out" run={onLeave} icon={<LeaveIcon />} />
          </Group>
        </div>
      </header>
      <main className={classes.main}>{children}</main>
      <CheatSheet shortcuts={shortcuts} opened={helping} onClose={help.close} />
    </>
  );
}

function Tool(props: { label: string; hint?: string; run: () => void; icon: ReactNode }) {
  return (
    <Tooltip label={props.hint === undefined ? props.label : `${props.label} (${props.hint})`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={props.label}
        onClick={props.run}
      >
        {props.icon}
      </ActionIcon>
    </Tooltip>
  );
}

/** Moves the focus along the stage cards, jobs or messages, where the page has any. */
function focusStep(by: 1 | -1): void {
  const steps = [...document.querySelectorAll<HTMLElement>('[data-step]')];
  const now = steps.findIndex((step) => step.contains(document.activeElement));
  const next = now < 0 ? (by > 0 ? 0 : steps.length - 1) : now + by;
  steps[next]?.focus();
}
