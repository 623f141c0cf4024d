package dev.outreach.platforms.instagram;

import dev.outreach.platforms.BenchmarkSet;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.meta.MetaSettings;
import dev.outreach.platforms.meta.MetaWebhookSettings;
import java.util.function.UnaryOperator;

/**
 * One Instagram business account of ours.
 *
 * @param accountId its IG user id, digits
 * @param limit how long a message may be
 * @param mediaPages how many pages of 25 posts to read for a score, 1 to 10
 */
public record InstagramSettings(
    MetaSettings graph,
    String accountId,
    MetaWebhookSettings webhook,
    BenchmarkSet benchmarks,
    MessageLimit limit,
    int mediaPages) {

  public InstagramSettings {
    if (!accountId.matches("\\d+")) {
      throw new IllegalArgumentException(
          "accountId is not a number; give the IG user id, for example 17841405309211844");
    }
    if (mediaPages < 1 || mediaPages > 10) {
      throw new IllegalArgumentException("mediaPages is " + mediaPages + "; give 1 to 10");
    }
  }

  /** Creator benchmarks, 1000 bytes, two pages. */
  public static InstagramSettings usual(
      MetaSettings graph, String accountId, MetaWebhookSettings webhook) {
    return new InstagramSettings(
        graph,
        accountId,
        webhook,
        BenchmarkSet.creators2026(),
        new MessageLimit(1000, MessageLimit.Unit.UTF8_BYTES),
        2);
  }

  /** The same with another length of messages, given this one. */
  public InstagramSettings withLimit(UnaryOperator<MessageLimit> change) {
    return new InstagramSettings(
        graph, accountId, webhook, benchmarks, change.apply(limit), mediaPages);
  }
}
