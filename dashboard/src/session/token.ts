const KEY = 'outreach-token';

/** The token in a fragment like `#token=abc`, or null where there is none. */
export function tokenInFragment(fragment: string): string | null {
  const token = new URLSearchParams(fragment.replace(/^#/, '')).get('token');
  return token === null || token.trim() === '' ? null : token.trim();
}

/**
 * Takes the token out of the address, so that it stays out of the history and of screenshots, and
 * keeps it for this tab only.
 */
export function takeToken(): string | null {
  const given = tokenInFragment(window.location.hash);
  if (given !== null) {
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
    keepToken(given);
  }
  return given ?? window.sessionStorage.getItem(KEY);
}

export function keepToken(token: string): void {
  window.sessionStorage.setItem(KEY, token);
}

export function forgetToken(): void {
  window.sessionStorage.removeItem(KEY);
}
