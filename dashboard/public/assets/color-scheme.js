// Runs before the page paints, so that a dark page never flashes white.
(() => {
  const chosen = localStorage.getItem('outreach-color-scheme');
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
