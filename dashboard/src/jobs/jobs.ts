import type { Job, JobStatus } from '../api/contract';
import { platformName } from '../look/words';

/** How many jobs the page asks for at once. */
export const PAGE = 50;

/** What the list is narrowed to; empty words mean everything. */
export interface JobFilter {
  status: JobStatus | '';
  platform: string;
}

export const STATUSES: readonly JobStatus[] = [
  'running',
  'waiting',
  'paused',
  'completed',
  'failed',
  'cancelled',
];

export const PLATFORMS = ['linkedin', 'instagram', 'tiktok', 'facebook'] as const;

/** What an operator can do with a job as it stands. */
export type Order = 'pause' | 'resume' | 'cancel';

/** The orders that make sense now; a file is read by the command that imports it. */
export function ordersFor(job: Pick<Job, 'status' | 'source' | 'finished_at'>): readonly Order[] {
  if (job.finished_at !== null || job.source === 'file') {
    return [];
  }
  return job.status === 'paused' ? ['resume', 'cancel'] : ['pause', 'cancel'];
}

type Wanted = Pick<Job, 'platform' | 'source' | 'categories' | 'locations' | 'keywords'>;

/** What was asked for, in a line. */
export function wantedOf(job: Wanted): string {
  const words = [...job.keywords, ...job.categories, ...job.locations];
  if (words.length > 0) {
    return words.join(', ');
  }
  return job.source === 'file' ? 'People in a file' : 'Handles';
}

const WAYS: Readonly<Record<Job['source'], string>> = {
  topic: 'by topic',
  table: 'by table',
  http: 'by HTTP',
  file: 'from a file',
};

/** Where and by which way, as in "Instagram, by HTTP". */
export function originOf(job: Pick<Job, 'platform' | 'source'>): string {
  const platform = job.platform === 'any' ? 'Any platform' : platformName(job.platform);
  return `${platform}, ${WAYS[job.source]}`;
}

/** Refused results by reason, the most frequent first. */
export function refusalsOf(job: Pick<Job, 'refused_by_reason'>): string | null {
  const reasons = Object.entries(job.refused_by_reason);
  if (reasons.length === 0) {
    return null;
  }
  return reasons
    .sort(([, one], [, other]) => other - one)
    .map(([code, count]) => `${count.toLocaleString('en-US')} ${code}`)
    .join(', ');
}

const DONE: Readonly<Record<Order, string>> = {
  pause: 'It rests from its next page on; other jobs pass it.',
  resume: 'It goes on from where it rested.',
  cancel: 'It stops at its next page, for good. Whom it found stays.',
};

/** What an order brings. */
export function effectOf(order: Order): string {
  return DONE[order];
}
