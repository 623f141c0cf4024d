package dev.outreach.standalone.stack;

import dev.outreach.sandbox.Sandbox;
import dev.outreach.sandbox.facebook.FacebookSettings;
import dev.outreach.sandbox.gemini.GeminiSettings;
import dev.outreach.sandbox.instagram.InstagramSettings;
import dev.outreach.sandbox.linkedin.LinkedInSettings;
import dev.outreach.sandbox.meta.GraphAccount;
import dev.outreach.sandbox.tiktok.TikTokSettings;
import dev.outreach.sandbox.unipile.UnipileSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The credentials that hold between one simulated service and our apps on this machine. They open
 * nothing else, so they may stand here.
 *
 * @param service its name, for example {@code instagram}
 * @param key the setting whose absence means that the real service is not connected
 * @param settings what connects the simulated one
 */
record SandboxCredentials(String service, String key, Map<String, String> settings) {

  static final String WEBHOOK_SECRET = "sandbox-app-secret";
  static final String VERIFY_TOKEN = "sandbox-verify-token";

  static List<SandboxCredentials> all(Sandbox sandbox) {
    return List.of(
        graph("instagram", InstagramSettings.defaults().accounts().getFirst(), sandbox),
        graph("facebook", FacebookSettings.defaults().pages().getFirst(), sandbox),
        tiktok(sandbox),
        linkedin(sandbox),
        unipile(sandbox),
        gemini(sandbox));
  }

  private static SandboxCredentials graph(String platform, GraphAccount account, Sandbox sandbox) {
    String prefix = prefix(platform);
    return new SandboxCredentials(
        platform,
        prefix + "TOKEN",
        Map.of(
            prefix + "TOKEN", account.token(),
            prefix + "ACCOUNT_ID", account.id(),
            prefix + "BASE_URL", sandbox.platformUri(platform).toString(),
            prefix + "APP_SECRET", WEBHOOK_SECRET,
            prefix + "VERIFY_TOKEN", VERIFY_TOKEN));
  }

  private static SandboxCredentials tiktok(Sandbox sandbox) {
    TikTokSettings account = TikTokSettings.defaults();
    String prefix = prefix("tiktok");
    return new SandboxCredentials(
        "tiktok",
        prefix + "TOKEN",
        Map.of(
            prefix + "TOKEN", account.token(),
            prefix + "ACCOUNT_ID", account.businessId(),
            prefix + "MARKETPLACE_ID", account.marketplaceId(),
            prefix + "BASE_URL", sandbox.platformUri("tiktok").toString(),
            prefix + "APP_SECRET", WEBHOOK_SECRET,
            prefix + "WINDOW_CLOSED_CODES", "40003"));
  }

  private static SandboxCredentials linkedin(Sandbox sandbox) {
    LinkedInSettings account = LinkedInSettings.defaults();
    String prefix = prefix("linkedin");
    return new SandboxCredentials(
        "linkedin",
        prefix + "TOKEN",
        Map.of(
            prefix + "TOKEN", account.token(),
            prefix + "ACCOUNT_ID", account.memberUrn(),
            prefix + "BASE_URL", sandbox.platformUri("linkedin").toString(),
            prefix + "OAUTH_URL", sandbox.platformUri("linkedin").toString(),
            prefix + "VERSION", "202607",
            prefix + "APP_SECRET", WEBHOOK_SECRET));
  }

  /** Without an acceptance of the risk, so that this route stays closed until somebody opens it. */
  private static SandboxCredentials unipile(Sandbox sandbox) {
    UnipileSettings account = UnipileSettings.defaults();
    String prefix = prefix("unipile");
    return new SandboxCredentials(
        "unipile",
        prefix + "TOKEN",
        Map.of(
            prefix + "TOKEN", account.apiKey(),
            prefix + "BASE_URL", sandbox.platformUri("unipile").toString(),
            prefix + "VERSION", "v1",
            prefix + "LINKEDIN_ACCOUNT_ID", account.linkedinAccount(),
            prefix + "INSTAGRAM_ACCOUNT_ID", account.instagramAccount(),
            prefix + "WEBHOOK_SECRET", WEBHOOK_SECRET));
  }

  private static SandboxCredentials gemini(Sandbox sandbox) {
    return new SandboxCredentials(
        "gemini",
        "OUTREACH_GEMINI_API_KEY",
        Map.of(
            "OUTREACH_GEMINI_URL", sandbox.platformUri("gemini").toString(),
            "OUTREACH_GEMINI_API_KEY", GeminiSettings.defaults().apiKey()));
  }

  private static String prefix(String platform) {
    return "OUTREACH_" + platform.toUpperCase(Locale.ROOT) + "_";
  }

  /** Leaves the values out. */
  @Override
  public String toString() {
    return "SandboxCredentials[" + key + "]";
  }
}
