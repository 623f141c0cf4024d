package dev.outreach.platforms.unipile;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.BenchmarkSet;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.contract.SandboxFixture;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Reach;
import dev.outreach.platforms.unipile.UnipileSettings.Version;
import java.net.URI;
import java.util.List;

/** The adapter set up for the sandbox. */
final class UnipileFixture {

  static final Secret SECRET = new Secret("header-secret");

  private UnipileFixture() {}

  static UnipileSettings settings(URI base, Version version, Platform platform) {
    String account = platform == Platform.LINKEDIN ? "acc_linkedin" : "acc_instagram";
    return new UnipileSettings(
        base,
        version,
        platform,
        account,
        List.of(SECRET),
        BenchmarkSet.creators2026(),
        UnipileSettings.usualLimit(platform),
        UnipileSettings.FREE_NOTE,
        UnipileSettings.Daily.usual());
  }

  static Unipile adapter(
      UnipileSettings settings, HttpTransport transport, SandboxFixture sandbox) {
    return new Unipile(
        settings,
        AccessTokens.fixed(new Secret("unipile-sandbox-key")),
        new Reach(transport, sandbox.clock()));
  }
}
