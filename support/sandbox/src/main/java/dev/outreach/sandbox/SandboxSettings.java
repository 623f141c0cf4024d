package dev.outreach.sandbox;

import dev.outreach.sandbox.facebook.FacebookSettings;
import dev.outreach.sandbox.gemini.GeminiSettings;
import dev.outreach.sandbox.instagram.InstagramSettings;
import dev.outreach.sandbox.linkedin.LinkedInSettings;
import dev.outreach.sandbox.tiktok.TikTokSettings;
import dev.outreach.sandbox.unipile.UnipileSettings;
import java.nio.file.Path;
import java.time.Clock;

/**
 * How a sandbox is started.
 *
 * @param port where to listen on 127.0.0.1; 0 picks a free one
 * @param folder where the ledger is kept; created where it is missing
 * @param seed the same seed invents the same people and faults
 * @param clock the sandbox's idea of now; hand in a {@link MovableClock} to move windows and limits
 */
public record SandboxSettings(
    int port,
    Path folder,
    long seed,
    Clock clock,
    InstagramSettings instagram,
    FacebookSettings facebook,
    TikTokSettings tiktok,
    LinkedInSettings linkedin,
    UnipileSettings unipile,
    GeminiSettings gemini) {

  public SandboxSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + "; give 0 to 65535");
    }
  }

  /** Every platform with its default settings, on a free port. */
  public static SandboxSettings in(Path folder, Clock clock) {
    return new SandboxSettings(
        0,
        folder,
        20_261_122L,
        clock,
        InstagramSettings.defaults(),
        FacebookSettings.defaults(),
        TikTokSettings.defaults(),
        LinkedInSettings.defaults(),
        UnipileSettings.defaults(),
        GeminiSettings.defaults());
  }

  public SandboxSettings withPort(int newPort) {
    return new SandboxSettings(
        newPort, folder, seed, clock, instagram, facebook, tiktok, linkedin, unipile, gemini);
  }

  public SandboxSettings withSeed(long newSeed) {
    return new SandboxSettings(
        port, folder, newSeed, clock, instagram, facebook, tiktok, linkedin, unipile, gemini);
  }

  public SandboxSettings with(InstagramSettings replaced) {
    return new SandboxSettings(
        port, folder, seed, clock, replaced, facebook, tiktok, linkedin, unipile, gemini);
  }

  public SandboxSettings with(FacebookSettings replaced) {
    return new SandboxSettings(
        port, folder, seed, clock, instagram, replaced, tiktok, linkedin, unipile, gemini);
  }

  public SandboxSettings with(TikTokSettings replaced) {
    return new SandboxSettings(
        port, folder, seed, clock, instagram, facebook, replaced, linkedin, unipile, gemini);
  }

  public SandboxSettings with(LinkedInSettings replaced) {
    return new SandboxSettings(
        port, folder, seed, clock, instagram, facebook, tiktok, replaced, unipile, gemini);
  }

  public SandboxSettings with(UnipileSettings replaced) {
    return new SandboxSettings(
        port, folder, seed, clock, instagram, facebook, tiktok, linkedin, replaced, gemini);
  }

  public SandboxSettings with(GeminiSettings replaced) {
    return new SandboxSettings(
        port, folder, seed, clock, instagram, facebook, tiktok, linkedin, unipile, replaced);
  }
}
