package dev.outreach.platforms;

import java.time.Instant;
import java.util.List;

/**
 * What was said in an account's conversations, for what no webhook told. Implementations are
 * thread-safe and block for the length of a few HTTP calls.
 */
public interface Conversations {

  /**
   * The messages of both sides, with the same ids webhooks name. A message that is older may be
   * among them; of very busy conversations only the newest are there.
   *
   * @param since messages older than this need not be told
   * @throws PlatformException where the platform refuses or cannot be reached
   */
  List<InboundEvent> since(Instant since);
}
