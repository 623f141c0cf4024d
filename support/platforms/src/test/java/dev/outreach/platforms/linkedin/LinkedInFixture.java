package dev.outreach.platforms.linkedin;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.contract.SandboxFixture;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Reach;
import java.net.URI;
import java.util.List;

/** The adapter set up for the sandbox. */
final class LinkedInFixture {

  static final Secret CLIENT_SECRET = new Secret("linkedin-client-secret");

  private LinkedInFixture() {}

  static LinkedInSettings settings(URI base) {
    return LinkedInSettings.usual(base, "202607", "urn:li:person:us", List.of(CLIENT_SECRET));
  }

  static LinkedIn adapter(
      LinkedInSettings settings, String token, HttpTransport transport, SandboxFixture sandbox) {
    return new LinkedIn(
        settings, AccessTokens.fixed(new Secret(token)), new Reach(transport, sandbox.clock()));
  }
}
