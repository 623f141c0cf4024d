package dev.outreach.drafting.template;

import dev.outreach.drafting.domain.Assignment;
import dev.outreach.drafting.domain.MessageKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lines of the files under {@code templates}: one template a line. Thread-safe. */
final class Templates {

  static final String FALLBACK_LANGUAGE = "en";

  private static final List<String> LANGUAGES = List.of("en", "de");

  private final Map<String, List<String>> files = new ConcurrentHashMap<>();

  /** The language templates exist in that comes closest to what the person reads. */
  String languageFor(Assignment assignment) {
    String primary = assignment.language().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return LANGUAGES.contains(primary) ? primary : FALLBACK_LANGUAGE;
  }

  List<String> of(String language, Assignment assignment) {
    String kind = assignment.kind() == MessageKind.INITIAL ? "initial" : "follow-up";
    String network = assignment.network().name().toLowerCase(Locale.ROOT);
    return files.computeIfAbsent(language + "/" + network + "-" + kind, Templates::read);
  }

  private static List<String> read(String name) {
    try (InputStream file = Templates.class.getResourceAsStream("/templates/" + name + ".txt")) {
      if (file == null) {
        throw new IllegalStateException("template file " + name + " is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("template file " + name + " cannot be read", failure);
    }
  }
}
