/** One event of a server-sent stream. */
export interface StreamEvent {
  name: string;
  data: string;
}

/** Cuts a server-sent stream into events; chunks may end anywhere, even inside a line ending. */
export class EventStreamReader {
  private rest = '';
  private name = '';
  private data: string[] = [];

  /** Takes the next piece of text and gives the events that are complete with it. */
  push(text: string): StreamEvent[] {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.take(line.endsWith('\r') ? line.slice(0, -1) : line));
  }

  private take(line: string): StreamEvent[] {
    if (line === '') {
      return this.finish();
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') {
      this.name = value;
    } else if (field === 'data') {
      this.data.push(value);
    }
    return [];
  }

  private finish(): StreamEvent[] {
    const events =
      this.data.length === 0
        ? []
        : [{ name: this.name === '' ? 'message' : this.name, data: this.data.join('\n') }];
    this.name = '';
    this.data = [];
    return events;
  }
}

/** Reads the body to its end and hands over each event; resolves when the server hangs up. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: StreamEvent) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const events = new EventStreamReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    events.push(decoder.decode(value, { stream: true })).forEach(onEvent);
  }
}

/** How long to wait before the next try: 1 s, 2 s, 4 s, at most 15 s. */
export function backOff(failures: number): number {
  return Math.min(15_000, 1_000 * 2 ** Math.max(0, failures - 1));
}
