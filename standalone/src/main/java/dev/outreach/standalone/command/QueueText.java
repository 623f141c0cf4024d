package dev.outreach.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** The queue as a person reads it. */
final class QueueText {

  private static final String ROW = "%5s  %-22s %-10s %-16s %-14s %9s  %-20s %s%n";

  private final PrintWriter out;

  QueueText(PrintWriter out) {
    this.out = out;
  }

  void print(JsonNode queue) {
    stops(queue);
    if (queue.path("items").isEmpty()) {
      out.println("Nothing waits.");
      return;
    }
    out.printf(ROW, "", "person", "platform", "account", "state", "used", "leaves", "why");
    queue.path("items").forEach(this::row);
  }

  /** What stands still as a whole, one line each. */
  void stops(JsonNode queue) {
    JsonNode paused = queue.path("paused");
    if (paused.isObject()) {
      out.println(
          "ALL SENDING IS PAUSED by %s since %s%s"
              .formatted(text(paused, "paused_by"), text(paused, "paused_at"), because(paused)));
    }
    queue.path("accounts").forEach(this::stop);
  }

  private void stop(JsonNode account) {
    String name = text(account, "platform") + "/" + text(account, "account");
    if (account.hasNonNull("paused_by")) {
      out.println("%s is paused by %s".formatted(name, text(account, "paused_by")));
    }
    if (account.hasNonNull("held_code")) {
      String until =
          account.hasNonNull("held_until")
              ? "until " + text(account, "held_until")
              : "until it is resumed";
      out.println(
          "%s%s is held %s: %s"
              .formatted(
                  account.path("alert").asBoolean() ? "ALERT: " : "",
                  name,
                  until,
                  text(account, "held_reason")));
    }
  }

  private void row(JsonNode item) {
    out.printf(
        Locale.ROOT,
        ROW,
        item.hasNonNull("place") ? item.path("place").asText() : "",
        item.hasNonNull("username") ? text(item, "username") : text(item, "profile_id"),
        text(item, "platform"),
        text(item, "account"),
        text(item, "state"),
        item.hasNonNull("used") ? used(item) : "",
        leaves(item),
        why(item));
  }

  private static String used(JsonNode item) {
    Duration within = Duration.ofSeconds(item.path("within_seconds").asLong());
    String length = within.toHours() > 0 ? within.toHours() + "h" : within.toSeconds() + "s";
    return item.path("used").asText() + "/" + item.path("allowed").asText() + " " + length;
  }

  private static String leaves(JsonNode item) {
    if (item.hasNonNull("predicted_at")) {
      return text(item, "predicted_at");
    }
    boolean atOnce = text(item, "state").equals("waiting") && !item.hasNonNull("reason_code");
    return atOnce ? "now" : "-";
  }

  private static String why(JsonNode item) {
    return item.hasNonNull("reason_code")
        ? text(item, "reason_code") + ": " + text(item, "reason")
        : "";
  }

  private static String because(JsonNode paused) {
    return paused.hasNonNull("reason") ? ": " + text(paused, "reason") : "";
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
