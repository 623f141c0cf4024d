package dev.outreach.api;

import dev.outreach.api.http.Problem;
import dev.outreach.runtime.Secret;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Lets only the administrator through. */
final class Token {

  private static final String SCHEME = "Bearer ";

  private final byte[] digest;

  Token(Secret token) {
    this.digest = digestOf(token.value());
  }

  /** The handler behind the check. */
  Handler guard(Handler handler) {
    return context -> {
      check(context.header("Authorization"));
      handler.handle(context);
    };
  }

  /** Compares digests, so that the time taken tells neither the token nor its length. */
  private void check(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw Problem.unauthorized("Send the header Authorization: Bearer <OUTREACH_ADMIN_TOKEN>")
          .thrown();
    }
    if (!MessageDigest.isEqual(digest, digestOf(header.substring(SCHEME.length()).strip()))) {
      throw Problem.unauthorized("This token is not the one of OUTREACH_ADMIN_TOKEN").thrown();
    }
  }

  private static byte[] digestOf(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
