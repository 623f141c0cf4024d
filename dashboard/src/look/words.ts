const PLATFORMS: Readonly<Record<string, string>> = {
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  facebook: 'Facebook',
};

/** A platform as it writes itself; one that is not known as the server writes it. */
export function platformName(platform: string): string {
  return PLATFORMS[platform] ?? platform;
}

/** A moment in the reader's own time zone. */
export function whenWords(time: string, locale?: string): string {
  return new Date(time).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
}
