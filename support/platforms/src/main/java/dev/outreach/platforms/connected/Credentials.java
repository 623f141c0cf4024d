package dev.outreach.platforms.connected;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.transport.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The settings of one platform that are there, all named {@code OUTREACH_<PLATFORM>_…}.
 *
 * @param prefix begins every name, for example {@code OUTREACH_TIKTOK_}
 */
record Credentials(String prefix, Function<String, Optional<String>> setting) {

  private static final String TOKEN = "TOKEN";
  private static final String MESSAGE_LIMIT = "MESSAGE_LIMIT";

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

  /** How long a message may be; {@code MESSAGE_LIMIT} replaces the usual figure. */
  MessageLimit limit(MessageLimit usual) {
    Optional<String> text = optional(MESSAGE_LIMIT);
    if (text.isEmpty()) {
      return usual;
    }
    if (!text.get().matches("[1-9]\\d{0,4}")) {
      throw refused(MESSAGE_LIMIT, "is " + text.get() + ": give 1 to 99999");
    }
    return new MessageLimit(Integer.parseInt(text.get()), usual.unit());
  }

  /** A count of one or more, where it is set. */
  OptionalInt count(String name) {
    Optional<String> text = optional(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.get().matches("[1-9]\\d{0,6}")) {
      throw new IllegalArgumentException(
          prefix + name + " is " + text.get() + ": give a number from 1 to 9999999");
    }
    return OptionalInt.of(Integer.parseInt(text.get()));
  }

  /** One secret, or two separated by a comma while one replaces the other. */
  List<Secret> secrets(String name, String what) {
    return Arrays.stream(required(name, what + ", or two separated by a comma").split(",", -1))
        .map(String::strip)
        .map(Secret::new)
        .toList();
  }

  URI baseUrl(String usual) {
    return address("BASE_URL", optional("BASE_URL").orElse(usual));
  }

  /**
   * Where a token is sent: encrypted, unless it does not leave this machine.
   *
   * @param name of the setting
   */
  URI address(String name, String text) {
    URI address;
    try {
      address = new URI(text);
    } catch (URISyntaxException _) {
      throw refused(name, "is no address: give one like https://api.example.com");
    }
    boolean isPlain = "http".equalsIgnoreCase(address.getScheme());
    if (address.getHost() == null || !(isPlain || "https".equalsIgnoreCase(address.getScheme()))) {
      throw refused(name, "is no address: begin with https:// and a host");
    }
    if (isPlain && !Loopback.isHostOf(address)) {
      throw refused(
          name, "begins with http://, which would show the token to others: begin with https://");
    }
    if (address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      throw refused(name, "has more than host, port and path: leave the rest out");
    }
    return address;
  }

  private IllegalArgumentException refused(String name, String problem) {
    return new IllegalArgumentException(prefix + name + " " + problem);
  }
}
