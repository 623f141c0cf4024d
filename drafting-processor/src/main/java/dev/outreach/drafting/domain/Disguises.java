package dev.outreach.drafting.domain;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Everything a text may say in disguise: encoded, turned round, in lookalike letters. */
final class Disguises {

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}[ :]?){10,}");
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})");
  private static final Pattern ENTITY = Pattern.compile("&#(x[0-9a-fA-F]{1,5}|\\d{1,6});");

  private Disguises() {}

  /** The plain text and everything it hides; all in the form of {@link PlainText#of}. */
  static Set<String> readingsOf(String text) {
    Set<String> readings = new LinkedHashSet<>();
    String plain = PlainText.of(text);
    addSpellings(readings, plain);
    readings.add(new StringBuilder(plain).reverse().toString());
    readings.add(rot13(plain));
    decoded(text).forEach(hidden -> addSpellings(readings, PlainText.of(hidden)));
    return readings;
  }

  private static void addSpellings(Set<String> readings, String plain) {
    readings.add(plain);
    String latin = PlainText.latinLookalikes(plain);
    readings.add(latin);
    readings.add(PlainText.joined(latin));
    readings.add(PlainText.joined(PlainText.digitsAsLetters(latin)));
  }

  private static Set<String> decoded(String text) {
    Set<String> hidden = new LinkedHashSet<>();
    BASE64
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .forEach(part -> base64(part).ifPresent(hidden::add));
    HEX.matcher(text)
        .results()
        .map(MatchResult::group)
        .forEach(part -> hex(part).ifPresent(hidden::add));
    if (PERCENT.matcher(text).find()) {
      percent(text).ifPresent(hidden::add);
    }
    if (ENTITY.matcher(text).find()) {
      hidden.add(ENTITY.matcher(text).replaceAll(Disguises::entity));
    }
    return hidden;
  }

  private static Optional<String> base64(String part) {
    String standard = part.replace('-', '+').replace('_', '/').replace("=", "");
    String whole = standard.substring(0, standard.length() - (standard.length() % 4 == 1 ? 1 : 0));
    try {
      return utf8(Base64.getDecoder().decode(whole));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<String> hex(String part) {
    String digits = part.replaceAll("[ :]", "");
    return utf8(HexFormat.of().parseHex(digits));
  }

  private static Optional<String> percent(String text) {
    try {
      return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String entity(MatchResult found) {
    String number = found.group(1);
    int point =
        number.startsWith("x")
            ? Integer.parseInt(number.substring(1), 16)
            : Integer.parseInt(number);
    return Character.isValidCodePoint(point)
        ? java.util.regex.Matcher.quoteReplacement(Character.toString(point))
        : "";
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  private static String rot13(String plain) {
    StringBuilder turned = new StringBuilder(plain.length());
    plain
        .chars()
        .map(letter -> letter >= 'a' && letter <= 'z' ? 'a' + (letter - 'a' + 13) % 26 : letter)
        .forEach(letter -> turned.append((char) letter));
    return turned.toString();
  }
}
