import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError, type Api } from '../api/client';
import type { PipelineStatus } from '../api/contract';
import { backOff, readEvents } from '../api/eventStream';

/** Whether counts arrive by themselves at the moment. */
export type Line = 'connecting' | 'live' | 'lost';

/** The status, first asked for and then kept up to date by the stream. */
export function useLiveStatus(api: Api, workspace: string) {
  const queryClient = useQueryClient();
  const [line, setLine] = useState<Line>('connecting');
  const query = useQuery<PipelineStatus, ApiError>({
    queryKey: ['status', workspace],
    queryFn: () => api.status(workspace),
  });

  useEffect(() => {
    const hangUp = new AbortController();
    const show = (status: PipelineStatus) => {
      setLine('live');
      queryClient.setQueryData(['status', workspace], status);
    };
    void follow(api, workspace, hangUp.signal, {
      show,
      lost: () => {
        setLine('lost');
      },
    });
    return () => {
      hangUp.abort();
    };
  }, [api, workspace, queryClient]);

  return { status: query.data, error: query.error, retry: query.refetch, line };
}

interface Listener {
  show: (status: PipelineStatus) => void;
  lost: () => void;
}

/** Listens until told to stop; opens the stream again whenever it breaks. */
async function follow(
  api: Api,
  workspace: string,
  signal: AbortSignal,
  listener: Listener,
): Promise<void> {
  let failures = 0;
  const leaving = () => signal.aborted;
  while (!leaving()) {
    try {
      const { body } = await api.openStream(workspace, signal);
      if (body !== null) {
        await readEvents(body, (event) => {
          if (event.name === 'status') {
            failures = 0;
            listener.show(JSON.parse(event.data) as PipelineStatus);
          }
        });
      }
    } catch (error) {
      if (leaving() || (error instanceof ApiError && error.status === 401)) {
        return;
      }
    }
    failures++;
    listener.lost();
    await pause(backOff(failures), signal);
  }
}

/** Waits, but no longer than until the signal. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
