package dev.outreach.sandbox.conversations;

import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.webhooks.WebhookPoster;
import dev.outreach.sandbox.wire.Simulator;
import java.util.List;
import java.util.Optional;

/** A simulated platform where people live and write. */
public interface SocialSimulator extends Simulator {

  /** Everybody who exists here. */
  List<Person> people();

  /** Lets people exist, for good. Returns when that is durable. */
  void register(List<LedgerEntry.PersonRegistered> people);

  /** A person writes to our first account. Empty where nobody has that username. */
  Optional<LedgerEntry.InboundReceived> hear(String username, String text);

  /** A person reads the newest message of ours; false where there is none. */
  boolean read(String username);

  /** A person accepts our newest invitation; false where there is none, or no such thing here. */
  default boolean accept(String username) {
    return false;
  }

  /** Posts again what was accepted before a crash and never acknowledged. */
  void resumeWebhooks();

  WebhookPoster poster();
}
