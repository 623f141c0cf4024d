package dev.outreach.api.domain;

import dev.outreach.schemas.identity.Handle;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether profiles of two platforms may be one person. It suggests and never decides: two people
 * may share a handle, a name and even a web page.
 */
public final class SamePerson {

  private static final Pattern EMAIL =
      Pattern.compile("[a-z0-9._%+-]{1,64}@[a-z0-9-]+(?:\\.[a-z0-9-]+)+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;|()<>\"']+");
  private static final Pattern PAGE =
      Pattern.compile("(?:https?://)?(?:www\\.)?([a-z0-9.-]+\\.[a-z]{2,})(/[^?#]*)?(?:[?#].*)?");

  /** Their front pages are nobody's own. */
  private static final Set<String> SHARED =
      Set.of("linktr.ee", "bit.ly", "beacons.ai", "youtube.com", "wa.me", "t.me", "x.com");

  private SamePerson() {}

  /** What speaks for it; the order of the two does not matter. Empty on one platform. */
  public static Set<Evidence> evidence(Traits one, Traits other) {
    Set<Evidence> found = EnumSet.noneOf(Evidence.class);
    if (one.platform().equals(other.platform())) {
      return found;
    }
    add(found, Evidence.NAMES_THE_OTHER, names(one, other) || names(other, one));
    add(found, Evidence.SAME_WEBSITE, shared(page(one), page(other)));
    add(found, Evidence.SAME_EMAIL, emails(one).stream().anyMatch(emails(other)::contains));
    add(found, Evidence.SAME_HANDLE, one.handle().equals(other.handle()));
    add(found, Evidence.SAME_NAME, shared(name(one), name(other)));
    return found;
  }

  /** Whether it is enough to ask a person: one strong sign, or handle and name together. */
  public static boolean isSuggested(Set<Evidence> evidence) {
    return evidence.stream().anyMatch(Evidence::isStrong)
        || evidence.containsAll(Set.of(Evidence.SAME_HANDLE, Evidence.SAME_NAME));
  }

  /** The addresses of profiles of one platform that somebody gives, as handles. */
  public static Set<String> handlesNamed(Traits traits, String platform) {
    return words(traits)
        .filter(word -> Handle.platformOfAddress(word).filter(platform::equals).isPresent())
        .flatMap(word -> handle(platform, word).stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean names(Traits one, Traits other) {
    return handlesNamed(one, other.platform()).contains(other.handle());
  }

  private static Optional<String> handle(String platform, String address) {
    try {
      return Optional.of(Handle.canonical(platform, address));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Stream<String> words(Traits traits) {
    return Stream.of(text(traits.website()), text(traits.bio()))
        .flatMap(BETWEEN_WORDS::splitAsStream)
        .filter(word -> !word.isEmpty());
  }

  private static Set<String> emails(Traits traits) {
    return words(traits)
        .flatMap(word -> EMAIL.matcher(word).results())
        .map(MatchResult::group)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Optional<String> page(Traits traits) {
    var matcher = PAGE.matcher(text(traits.website()).strip());
    if (!matcher.matches() || Handle.platformOfAddress(matcher.group()).isPresent()) {
      return Optional.empty();
    }
    String path = matcher.group(2) == null ? "" : matcher.group(2).replaceAll("/+$", "");
    return path.isEmpty() && SHARED.contains(matcher.group(1))
        ? Optional.empty()
        : Optional.of(matcher.group(1) + path);
  }

  private static Optional<String> name(Traits traits) {
    String bare = text(traits.fullName()).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return bare.contains(" ") ? Optional.of(bare) : Optional.empty();
  }

  private static boolean shared(Optional<String> one, Optional<String> other) {
    return one.isPresent() && one.equals(other);
  }

  private static void add(Set<Evidence> found, Evidence evidence, boolean there) {
    if (there) {
      found.add(evidence);
    }
  }

  private static String text(@Nullable String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
  }
}
