package dev.outreach.drafting.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.drafting.domain.Assignment;
import dev.outreach.drafting.domain.Budget;
import dev.outreach.drafting.domain.BudgetLimits;
import dev.outreach.drafting.domain.Draft;
import dev.outreach.drafting.domain.DraftWriter;
import dev.outreach.drafting.domain.LengthLimits;
import dev.outreach.drafting.domain.MessageKind;
import dev.outreach.drafting.domain.Network;
import dev.outreach.drafting.domain.Person;
import dev.outreach.drafting.domain.Prompt;
import dev.outreach.drafting.domain.RecentDrafts;
import dev.outreach.drafting.prompts.PromptLibrary;
import dev.outreach.drafting.template.TemplateDrafter;
import dev.outreach.runtime.Settings;
import dev.outreach.sandbox.Sandbox;
import dev.outreach.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxDraftsIT {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

  @Test
  void shouldGetDraftsThatPassEveryCheckFromTheSandbox(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.in(folder, CLOCK).withPort(0));
        GeminiDrafter drafter = new GeminiDrafter(settings(sandbox), Prices.ofProduct(), CLOCK)) {
      DraftWriter writer =
          new DraftWriter(
              drafter,
              new TemplateDrafter(),
              new RecentDrafts(10),
              new Budget(new BudgetLimits(1_000_000, 100, 1_000), CLOCK));
      for (Network network : Network.values()) {
        for (String language : List.of("en", "de")) {
          assertThat(writer.write(assignment(network, language), prompt(network)))
              .as("%s %s", network, language)
              .isInstanceOfSatisfying(
                  Draft.Written.class,
                  draft -> {
                    assertThat(draft.drafter()).isEqualTo("gemini");
                    assertThat(draft.model()).contains("gemini-3.8-flash");
                    assertThat(draft.usage().costMicros()).isPositive();
                  });
        }
      }
    }
  }

  private static GeminiSettings settings(Sandbox sandbox) {
    Settings settings =
        Settings.of(
            Map.of(
                "OUTREACH_GEMINI_API_KEY",
                "gemini-sandbox-key",
                "OUTREACH_GEMINI_URL",
                sandbox.platformUri("gemini").toString()));
    return GeminiSettings.of(settings).orElseThrow();
  }

  private static Prompt prompt(Network network) {
    return PromptLibrary.ofProduct().newest(network, MessageKind.INITIAL);
  }

  private static Assignment assignment(Network network, String language) {
    Person anna =
        new Person(
            "anna.clay",
            Optional.of("Anna Berg"),
            Optional.of("Potter, stoneware and porcelain. Commissions open."),
            Optional.of("Ceramics"),
            Optional.of("Bergen"),
            Optional.of(1_234L));
    return new Assignment(
        network,
        MessageKind.INITIAL,
        0,
        anna,
        language,
        LengthLimits.standard().of(network, MessageKind.INITIAL),
        List.of());
  }
}
