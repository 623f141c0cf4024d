import { useSearch } from 'wouter';

/** Gives the address of a page in the workspace that is open. */
export function useAddress(): (page: string) => string {
  const workspace = new URLSearchParams(useSearch()).get('workspace');
  return (page) =>
    workspace === null ? page : `${page}?${new URLSearchParams({ workspace }).toString()}`;
}
