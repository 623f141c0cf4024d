package dev.outreach.platforms.tiktok;

import dev.outreach.platforms.BenchmarkSet;
import java.net.URI;

/**
 * Access to TikTok's Research API, which TikTok grants to researchers of non-profit institutions
 * only, see developers.tiktok.com/products/research-api.
 *
 * @param baseUri {@code https://open.tiktokapis.com}, or a sandbox
 * @param client under whose name requests are counted
 * @param requestsPerDay above zero; 1000 unless TikTok has granted more, by UTC day
 */
public record ResearchSettings(
    URI baseUri, String client, BenchmarkSet benchmarks, int requestsPerDay) {

  public ResearchSettings {
    if (client.isBlank()) {
      throw new IllegalArgumentException("client is blank; give the client key of the project");
    }
    if (requestsPerDay < 1) {
      throw new IllegalArgumentException(
          "requestsPerDay is " + requestsPerDay + "; give one or more");
    }
  }
}
