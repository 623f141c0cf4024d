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

export function Shell({ children, onLeave }: { children: ReactNode; onLeave: () => void }) {
  const [path, go] = useLocation();
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
        go('/outreach/social');
      },
    },
    {
      keys: ['j'],
      does: 'Next stage',
      run: () => {
        focusStage(1);
      },
    },
    {
      keys: ['k'],
      does: 'Stage before',
      run: () => {
        focusStage(-1);
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
          <Link href="/" className={classes.brand}>
            <BrandIcon />
            Outreach
          </Link>
          <nav className={classes.navigation} aria-label="Pages">
            <Link
              href="/outreach/social"
              className={classes.link}
              aria-current={path === '/outreach/social' ? 'page' : undefined}
            >
              Pipeline
            </Link>
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

/** Moves the focus along the stage cards, where the page has any. */
function focusStage(by: 1 | -1): void {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-stage]')];
  const now = cards.indexOf(document.activeElement as HTMLElement);
  const next = now < 0 ? (by > 0 ? 0 : cards.length - 1) : now + by;
  cards[next]?.focus();
}
