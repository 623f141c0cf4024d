package dev.outreach.platforms.connected;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Secret;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of one platform that are there, all named {@code OUTREACH_<PLATFORM>_…}.
 *
 * @param prefix begins every name, for example {@code OUTREACH_TIKTOK_}
 */
record Credentials(String prefix, Function<String, Optional<String>> setting) {

  private static final String TOKEN = "TOKEN";

  /** Whether there is a token; without one nothing else is asked for. */
  boolean arePresent() {
    return optional(TOKEN).isPresent();
  }

  AccessTokens tokens() {
    return AccessTokens.fixed(new Secret(required(TOKEN, "the access token")));
  }

  Optional<String> optional(String name) {
    return setting.apply(prefix + name);
  }

  /**
   * A setting that must stand beside the token.
   *
   * @param what it is, and an example
   */
  String required(String name, String what) {
    return optional(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    prefix + name + " is missing beside " + prefix + TOKEN + ": enter " + what));
  }

  /** Whether a switch is on. */
  boolean isYes(String name) {
    String text = optional(name).orElse("false");
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              prefix + name + " is " + text + ": give true or false");
    };
  }

  /** One secret, or two separated by a comma while one replaces the other. */
  List<Secret> secrets(String name, String what) {
    return Arrays.stream(required(name, what + ", or two separated by a comma").split(",", -1))
        .map(String::strip)
        .map(Secret::new)
        .toList();
  }

  URI baseUrl(String usual) {
    String text = optional("BASE_URL").orElse(usual);
    if (!text.matches("https?://[^\\s/]+.*")) {
      throw new IllegalArgumentException(
          prefix + "BASE_URL is no address: begin with http:// or https://");
    }
    return URI.create(text);
  }
}
