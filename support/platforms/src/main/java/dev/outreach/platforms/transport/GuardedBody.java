package dev.outreach.platforms.transport;

import dev.outreach.platforms.BeforeWrite;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request body that knows whether any of it left. The JDK client asks for the body only after the
 * connection stands and the headers are on their way; until the body follows, a request that
 * announced one cannot be carried out. The body is given out once: a client that tried a second
 * time on its own would send the message twice.
 *
 * <p>An empty body is given out when its length is asked for, once for each attempt's headers: so a
 * reading request, too, leaves once, where the JDK client would repeat it after a cut connection
 * without telling.
 */
final class GuardedBody implements HttpRequest.BodyPublisher {

  private enum State {
    KEPT,
    GIVEN,
    WITHHELD
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.KEPT);
  private final HttpRequest.BodyPublisher content;
  private final BeforeWrite beforeWrite;

  GuardedBody(String content, BeforeWrite beforeWrite) {
    this.content = HttpRequest.BodyPublishers.ofString(content);
    this.beforeWrite = beforeWrite;
  }

  /** Withholds the body from now on; false where it was already given out. */
  boolean withhold() {
    return state.compareAndSet(State.KEPT, State.WITHHELD) || state.get() == State.WITHHELD;
  }

  @Override
  public long contentLength() {
    long length = content.contentLength();
    if (length == 0 && !state.compareAndSet(State.KEPT, State.GIVEN)) {
      throw new IllegalStateException("the request leaves once");
    }
    return length;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    if (!state.compareAndSet(State.KEPT, State.GIVEN)) {
      refuse(subscriber, new IllegalStateException("the body is given out once"));
      return;
    }
    try {
      beforeWrite.run();
    } catch (RuntimeException stopped) {
      state.set(State.WITHHELD);
      refuse(subscriber, stopped);
      return;
    }
    content.subscribe(subscriber);
  }

  private static void refuse(Flow.Subscriber<? super ByteBuffer> subscriber, RuntimeException why) {
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long items) {
            // Nothing will ever come.
          }

          @Override
          public void cancel() {
            // Nothing is under way.
          }
        });
    subscriber.onError(why);
  }
}
