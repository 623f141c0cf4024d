package dev.outreach.standalone.stack;

import dev.outreach.sandbox.gemini.GeminiSettings;
import dev.outreach.sandbox.instagram.InstagramSettings;
import dev.outreach.sandbox.meta.GraphAccount;

/**
 * The credentials that hold between the sandbox and our apps on this machine. They open nothing
 * else, so they may stand here.
 */
final class SandboxSecrets {

  static final String WEBHOOK_SECRET = "sandbox-app-secret";
  static final String VERIFY_TOKEN = "sandbox-verify-token";

  private SandboxSecrets() {}

  static GraphAccount instagram() {
    return InstagramSettings.defaults().accounts().getFirst();
  }

  static GeminiSettings gemini() {
    return GeminiSettings.defaults();
  }
}
