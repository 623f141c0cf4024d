import type { UnmatchedMessage } from '../api/contract';

const NAMES: Readonly<Record<string, string>> = {
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  facebook: 'Facebook',
};

/** Who wrote, as far as the platform tells. */
export function writerOf(message: Pick<UnmatchedMessage, 'platform' | 'username'>): string {
  const platform = NAMES[message.platform] ?? message.platform;
  return message.username === null
    ? `Somebody on ${platform}`
    : `@${message.username} on ${platform}`;
}

/** A moment in the reader's own time zone. */
export function whenWords(time: string, locale?: string): string {
  return new Date(time).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
}
