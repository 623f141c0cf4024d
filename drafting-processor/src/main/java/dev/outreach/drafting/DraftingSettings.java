package dev.outreach.drafting;

import dev.outreach.drafting.domain.LengthLimits;
import dev.outreach.drafting.gemini.GeminiSettings;
import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Settings;
import java.util.Optional;

/**
 * How drafts are made.
 *
 * @param instance tells this process from others of the same app, the same after a restart
 * @param inFlight drafts worked on at a time
 * @param language BCP 47 tag for people whose language is not known
 * @param limits how long messages may be
 * @param dailyCostMicros what this process may spend in a day (UTC) from its start on, in
 *     millionths of a US dollar
 * @param dailyCalls paid drafts this process may ask for in a day (UTC) from its start on
 * @param gemini how Gemini is called; empty where there is no key, and templates stand in
 */
public record DraftingSettings(
    String instance,
    int inFlight,
    String language,
    LengthLimits limits,
    long dailyCostMicros,
    long dailyCalls,
    Optional<GeminiSettings> gemini) {

  private static final String LANGUAGE = "OUTREACH_DRAFT_LANGUAGE";
  private static final String INSTANCE = "OUTREACH_INSTANCE";
  private static final long MICROS_PER_CENT = 10_000;

  /** Refuses what cannot work. */
  public DraftingSettings {
    if (!instance.matches("[A-Za-z0-9._-]{1,60}")) {
      throw new InvalidSetting(INSTANCE, "is no name: use letters, digits, dot, dash, underscore");
    }
    if (!language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")) {
      throw new InvalidSetting(LANGUAGE, "is no language tag: use one such as en or pt-BR");
    }
  }

  /** As configured. */
  public static DraftingSettings of(Settings settings) {
    return new DraftingSettings(
        settings.text(INSTANCE, "0"),
        settings.integer("OUTREACH_DRAFTING_IN_FLIGHT", 256, 1, 10_000),
        settings.text(LANGUAGE, "en"),
        limits(settings),
        settings.integer("OUTREACH_DRAFT_BUDGET_CENTS_PER_DAY", 500, 0, 10_000_000)
            * MICROS_PER_CENT,
        settings.integer("OUTREACH_DRAFT_CALLS_PER_DAY", 20_000, 0, 1_000_000_000),
        GeminiSettings.of(settings));
  }

  private static LengthLimits limits(Settings settings) {
    LengthLimits standard = LengthLimits.standard();
    return new LengthLimits(
        settings.integer("OUTREACH_LINKEDIN_NOTE_LIMIT", standard.linkedInNote(), 100, 300),
        settings.integer("OUTREACH_LINKEDIN_MESSAGE_LIMIT", standard.linkedInMessage(), 100, 8_000),
        settings.integer("OUTREACH_INSTAGRAM_BYTE_LIMIT", standard.instagramBytes(), 100, 1_000),
        settings.integer("OUTREACH_MESSENGER_LIMIT", standard.messengerCharacters(), 100, 2_000),
        settings.integer("OUTREACH_TIKTOK_LIMIT", standard.tikTokCharacters(), 100, 6_000));
  }
}
