import { SimpleGrid, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Api } from '../api/client';
import { GlobeIcon, PeopleIcon } from '../look/icons';
import classes from './EntryPage.module.css';

export function EntryPage({ api }: { api: Api }) {
  const entry = useQuery({ queryKey: ['entry'], queryFn: () => api.entry() });
  const websites = entry.data?.websites_url ?? null;
  return (
    <>
      <Title order={1} size="h2">
        What kind of outreach?
      </Title>
      <Text mt={4}>Both work on their own; neither needs the other.</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" mt="xl" maw={860}>
        <Link href="/outreach/social" className={classes.card} data-kind="social">
          <Card icon={<PeopleIcon />} title="Social" action="Open the pipeline →">
            People on LinkedIn, Instagram, TikTok and Facebook: discover, review, draft, send,
            follow up.
          </Card>
        </Link>
        {websites === null ? (
          <div className={classes.card} data-kind="websites" data-absent>
            <Card icon={<GlobeIcon />} title="Websites" action="Not connected">
              The website outreach product is not connected here. Set OUTREACH_WEBSITES_URL to its
              address to open it from this card.
            </Card>
          </div>
        ) : (
          <a href={websites} className={classes.card} data-kind="websites">
            <Card icon={<GlobeIcon />} title="Websites" action="Open website outreach →">
              Site owners and publishers, in the website outreach product.
            </Card>
          </a>
        )}
      </SimpleGrid>
    </>
  );
}

function Card(props: { icon: ReactNode; title: string; action: string; children: ReactNode }) {
  return (
    <>
      <span className={classes.icon}>{props.icon}</span>
      <h2 className={classes.title}>{props.title}</h2>
      <p className={classes.text}>{props.children}</p>
      <span className={classes.action}>{props.action}</span>
    </>
  );
}
