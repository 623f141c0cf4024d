package dev.outreach.platforms.facebook;

import dev.outreach.platforms.BenchmarkSet;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.meta.MetaSettings;
import dev.outreach.platforms.meta.MetaWebhookSettings;
import java.util.function.UnaryOperator;

/**
 * One Facebook Page of ours.
 *
 * @param pageId digits
 * @param limit how long a message may be
 */
public record FacebookSettings(
    MetaSettings graph,
    String pageId,
    MetaWebhookSettings webhook,
    BenchmarkSet benchmarks,
    MessageLimit limit) {

  public FacebookSettings {
    if (!pageId.matches("\\d+")) {
      throw new IllegalArgumentException(
          "pageId is not a number; give the Page's id, for example 309968765748101");
    }
  }

  /** Creator benchmarks, 2000 characters. */
  public static FacebookSettings usual(
      MetaSettings graph, String pageId, MetaWebhookSettings webhook) {
    return new FacebookSettings(
        graph,
        pageId,
        webhook,
        BenchmarkSet.creators2026(),
        new MessageLimit(2000, MessageLimit.Unit.CHARACTERS));
  }

  /** The same with another length of messages, given this one. */
  public FacebookSettings withLimit(UnaryOperator<MessageLimit> change) {
    return new FacebookSettings(graph, pageId, webhook, benchmarks, change.apply(limit));
  }
}
