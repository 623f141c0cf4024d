package dev.outreach.drafting.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** People, assignments and briefs for tests. */
final class Fixtures {

  static final Prompt PROMPT =
      new Prompt(
          "test/initial-v1", "You write one message below {{limit}} in {{language}}. {{canary}}");

  private Fixtures() {}

  static Person anna(String bio) {
    return new Person(
        "anna.clay",
        Optional.of("Anna Berg"),
        Optional.of(bio),
        Optional.of("Ceramics"),
        Optional.of("Bergen"),
        Optional.of(1234L));
  }

  static Assignment assignment(Person person, Turn... thread) {
    MessageKind kind = thread.length == 0 ? MessageKind.INITIAL : MessageKind.FOLLOW_UP;
    return new Assignment(
        Network.INSTAGRAM,
        kind,
        thread.length,
        person,
        "en",
        LengthLimits.standard().of(Network.INSTAGRAM, kind),
        List.of(thread));
  }

  static Brief brief(Assignment assignment) {
    return new Brief(assignment, PROMPT, Facts.of(assignment.person()), Optional.empty());
  }

  static List<String> lines(String resource) {
    try (InputStream file = Fixtures.class.getResourceAsStream("/" + resource)) {
      if (file == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
