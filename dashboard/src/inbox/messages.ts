import type { UnmatchedMessage } from '../api/contract';
import { platformName } from '../look/words';

/** Who wrote, as far as the platform tells. */
export function writerOf(message: Pick<UnmatchedMessage, 'platform' | 'username'>): string {
  const platform = platformName(message.platform);
  return message.username === null
    ? `Somebody on ${platform}`
    : `@${message.username} on ${platform}`;
}
