import { PAGE, type JobFilter, type Order } from '../jobs/jobs';
import type {
  Entry,
  JobPage,
  PauseRequest,
  PipelineStatus,
  Problem,
  ResumeRequest,
  SendQueue,
  UnmatchedMessages,
} from './contract';

/** An answer that is not the wanted one; `code` is stable, `message` is for people. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Calls the API as one signed-in person. */
export interface Api {
  entry(): Promise<Entry>;
  status(workspace: string): Promise<PipelineStatus>;
  /** Messages whose writer nobody knows yet, the newest first. */
  unmatched(workspace: string): Promise<UnmatchedMessages>;
  matchMessage(workspace: string, id: string, username: string): Promise<void>;
  dismissMessage(workspace: string, id: string): Promise<void>;
  /** What stands still in sending, and the first of what waits. */
  queue(workspace: string, limit?: number): Promise<SendQueue>;
  /** Lets nothing leave one account or all, in every workspace. */
  pause(request: PauseRequest): Promise<void>;
  resume(request: ResumeRequest): Promise<void>;
  /** The click of a person that one message waits for. */
  sendNow(workspace: string, id: string): Promise<void>;
  /** One page of the discovery jobs; `after` is the `next` of the page before. */
  jobs(workspace: string, filter: JobFilter, after: string | null): Promise<JobPage>;
  /** Orders something about a job, from its next page on. */
  orderJob(workspace: string, id: string, order: Order, reason: string): Promise<void>;
  /** Opens the stream of statuses; the response's body is `text/event-stream`. */
  openStream(workspace: string, signal: AbortSignal): Promise<Response>;
}

/** What to say of an answer that went wrong, whether or not it is a problem document. */
export function errorOf(status: number, body: unknown): ApiError {
  if (isProblem(body)) {
    return new ApiError(status, body.code, body.detail ?? body.title);
  }
  return new ApiError(status, `HTTP_${status}`, `The server answered ${status}.`);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}

async function answer(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw new ApiError(0, 'UNREACHABLE', 'The server does not answer. Is it running?');
  });
  if (response.ok) {
    return response;
  }
  const body: unknown = await response.json().catch(() => null);
  throw errorOf(response.status, body);
}

export function apiFor(token: string): Api {
  const headers = { Authorization: `Bearer ${token}` };
  const read = async <T>(path: string): Promise<T> =>
    (await answer(path, { headers })).json() as Promise<T>;
  const inWorkspace = (path: string, workspace: string) =>
    `${path}?${new URLSearchParams({ workspace }).toString()}`;
  const post = async (path: string, body: object): Promise<void> => {
    await answer(path, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  };
  return {
    entry: () => read<Entry>('/api/entry'),
    status: (workspace) =>
      read<PipelineStatus>(inWorkspace('/api/social/pipeline/status', workspace)),
    unmatched: (workspace) =>
      read<UnmatchedMessages>(inWorkspace('/api/social/inbox/unmatched', workspace)),
    matchMessage: (workspace, id, username) =>
      post(inWorkspace(`/api/social/inbox/unmatched/${id}/match`, workspace), { username }),
    dismissMessage: (workspace, id) =>
      post(inWorkspace(`/api/social/inbox/unmatched/${id}/dismiss`, workspace), {}),
    queue: (workspace, limit = 200) =>
      read<SendQueue>(`${inWorkspace('/api/social/pipeline/queue', workspace)}&limit=${limit}`),
    pause: (request) => post('/api/social/pipeline/pause', request),
    resume: (request) => post('/api/social/pipeline/resume', request),
    sendNow: (workspace, id) =>
      post(inWorkspace(`/api/social/messages/${id}/send-now`, workspace), {}),
    jobs: (workspace, filter, after) => {
      const wanted = new URLSearchParams({ workspace, limit: String(PAGE) });
      for (const [name, value] of Object.entries({ ...filter, after: after ?? '' })) {
        if (value !== '') {
          wanted.set(name, value);
        }
      }
      return read<JobPage>(`/api/social/jobs?${wanted.toString()}`);
    },
    orderJob: (workspace, id, order, reason) =>
      post(
        inWorkspace(`/api/social/pipeline/jobs/${encodeURIComponent(id)}/${order}`, workspace),
        reason === '' ? {} : { reason },
      ),
    openStream: (workspace, signal) =>
      answer(inWorkspace('/api/social/pipeline/stream', workspace), {
        headers: { ...headers, Accept: 'text/event-stream' },
        cache: 'no-store',
        signal,
      }),
  };
}
