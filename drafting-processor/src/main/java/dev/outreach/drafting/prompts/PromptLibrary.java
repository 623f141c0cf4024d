package dev.outreach.drafting.prompts;

import dev.outreach.drafting.domain.MessageKind;
import dev.outreach.drafting.domain.Network;
import dev.outreach.drafting.domain.Prompt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every prompt there is, by its version. A version is the path of its file without the ending, such
 * as {@code instagram/follow-up-v1}. A file is never changed once a draft was written by it: a
 * better prompt is a new file. Thread-safe.
 */
public final class PromptLibrary {

  private static final String FOLDER = "/prompts/";

  private final Map<String, Prompt> prompts;

  private PromptLibrary(Map<String, Prompt> prompts) {
    this.prompts = Map.copyOf(prompts);
  }

  /** The prompts that come with the product: those {@code prompts/index.txt} lists. */
  public static PromptLibrary ofProduct() {
    return new PromptLibrary(
        read("index.txt")
            .lines()
            .filter(line -> !line.isBlank())
            .map(version -> new Prompt(version, read(version + ".md")))
            .collect(Collectors.toMap(Prompt::version, Function.identity())));
  }

  /** All versions, in order. */
  public List<String> versions() {
    return prompts.keySet().stream().sorted().toList();
  }

  /** The newest prompt for a kind of message on a network. */
  public Prompt newest(Network network, MessageKind kind) {
    String stem = stem(network, kind);
    return prompts.values().stream()
        .filter(prompt -> prompt.version().startsWith(stem))
        .max(Comparator.comparingInt(prompt -> number(prompt, stem)))
        .orElseThrow(() -> new IllegalStateException("there is no prompt " + stem + "1"));
  }

  /**
   * The prompt a task asks for, either in full ({@code instagram/initial-v1}) or by the version
   * alone ({@code v1}); the newest where it asks for none. Empty where it does not exist or is
   * meant for something else.
   */
  public Optional<Prompt> find(Network network, MessageKind kind, Optional<String> asked) {
    if (asked.isEmpty()) {
      return Optional.of(newest(network, kind));
    }
    String version = asked.get();
    String stem = stem(network, kind);
    String whole = version.startsWith("v") ? stem + version.substring(1) : version;
    return Optional.ofNullable(prompts.get(whole)).filter(prompt -> whole.startsWith(stem));
  }

  private static String stem(Network network, MessageKind kind) {
    String message =
        switch (kind) {
          case INITIAL -> "initial";
          case FOLLOW_UP -> "follow-up";
        };
    return network.name().toLowerCase(Locale.ROOT) + "/" + message + "-v";
  }

  private static int number(Prompt prompt, String stem) {
    return Integer.parseInt(prompt.version().substring(stem.length()));
  }

  private static String read(String file) {
    try (InputStream stream = PromptLibrary.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IllegalStateException(
            "prompt file " + file + " is missing: list only what exists");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("prompt file " + file + " cannot be read", failure);
    }
  }
}
