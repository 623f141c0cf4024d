package dev.outreach.api;

import dev.outreach.api.commands.CommandDesk;
import dev.outreach.api.http.BodyFields;
import dev.outreach.api.http.Problem;
import dev.outreach.api.http.QueryFields;
import dev.outreach.readmodel.SuppressionList;
import dev.outreach.readmodel.SuppressionList.Entry;
import dev.outreach.readmodel.SuppressionRow;
import dev.outreach.schemas.RefusalReason;
import dev.outreach.schemas.RefusedPerson;
import dev.outreach.schemas.identity.DerivedId;
import dev.outreach.schemas.identity.Handle;
import dev.outreach.schemas.identity.WebsiteDomain;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The list of those to whom nothing is sent any more. */
final class SuppressionEndpoints {

  private static final String PATH = "/api/social/suppressions";
  private static final int MOST = 1_000;
  private static final int USUAL = 200;
  private static final int LONGEST_VALUE = 300;
  private static final int LONGEST_REASON = 500;

  private final SuppressionList list;
  private final CommandDesk desk;
  private final Clock clock;

  SuppressionEndpoints(DataSource database, CommandDesk desk, Clock clock) {
    this.desk = desk;
    this.list = new SuppressionList(database);
    this.clock = clock;
  }

  /** What an entry names, and how it is written. */
  private enum Kind {
    PERSON("send the profile's id") {
      @Override
      Optional<String> spelling(String value) {
        return QueryFields.idOf(value.toLowerCase(Locale.ROOT)).map(UUID::toString);
      }
    },
    HANDLE("send for example instagram:ada") {
      @Override
      Optional<String> spelling(String value) {
        String[] parts = value.split(":", 2);
        try {
          return parts.length < 2
              ? Optional.empty()
              : Optional.of(
                  Handle.platformName(parts[0]) + ":" + Handle.canonical(parts[0], parts[1]));
        } catch (IllegalArgumentException _) {
          return Optional.empty(); // no handle there can be
        }
      }
    },
    DOMAIN("send for example example.com") {
      @Override
      Optional<String> spelling(String value) {
        // Of an address of mail it would be the domain of many others.
        return value.contains("@") ? Optional.empty() : WebsiteDomain.of(value);
      }
    };

    private final String fix;

    Kind(String fix) {
      this.fix = fix;
    }

    /** The one spelling in which people have it; empty where the value is not of this kind. */
    abstract Optional<String> spelling(String value);
  }

  /** What a request says, before anything is made of it. */
  private record Given(String workspace, Kind kind, String value) {

    static Given read(String workspace, BodyFields body) {
      Kind kind = body.word("kind", List.of(Kind.values()));
      return new Given(workspace, kind, body.text("value", LONGEST_VALUE));
    }

    Optional<Entry> entry() {
      return kind.spelling(value).map(this::entry);
    }

    /** As earlier versions stored it, which took values as they came. */
    Entry asItCame() {
      return entry(value.toLowerCase(Locale.ROOT));
    }

    void refuse(BodyFields body) {
      body.refuse("value", "is not of the kind", kind.fix);
    }

    private Entry entry(String spelled) {
      return new Entry(workspace, kind.name().toLowerCase(Locale.ROOT), spelled);
    }
  }

  List<Route> routes() {
    return List.of(
        Route.guarded(HandlerType.GET, PATH, this::show),
        Route.guarded(HandlerType.POST, PATH, this::add),
        Route.guarded(HandlerType.POST, PATH + "/remove", this::remove));
  }

  /** {@code SuppressionPage} of the contract. */
  private record PageView(List<SuppressionRow> items) {}

  /** {@code SuppressionChanged} of the contract. */
  private record Changed(boolean changed) {}

  private void show(Context context) {
    QueryFields query = Exchange.query(context);
    String workspace = query.workspace();
    int limit = query.integer("limit", USUAL, 1, MOST);
    query.finish();
    Exchange.answer(context, 200, new PageView(list.newest(workspace, limit)));
  }

  private void add(Context context) {
    String workspace = workspace(context);
    BodyFields body = Exchange.body(context);
    Given given = Given.read(workspace, body);
    String reason = body.text("reason", LONGEST_REASON);
    Optional<Entry> spelled = given.entry();
    if (spelled.isEmpty() && !given.value().isEmpty()) {
      given.refuse(body);
    }
    body.finish();
    Entry entry = spelled.orElseThrow();
    boolean added = list.add(entry, reason, clock.instant());
    // Told again where it stood there already: the caller may have been cut off in between.
    tell(entry, RefusalReason.SUPPRESSED);
    Exchange.answer(context, 200, new Changed(added));
  }

  private void remove(Context context) {
    String workspace = workspace(context);
    BodyFields body = Exchange.body(context);
    Given given = Given.read(workspace, body);
    body.finish();
    Optional<Entry> entry = given.entry();
    boolean removed = list.remove(given.asItCame());
    removed |= entry.map(list::remove).orElse(false);
    entry.ifPresent(lifted -> tell(lifted, RefusalReason.NONE));
    if (!removed && entry.isEmpty()) {
      given.refuse(body);
      body.finish();
    }
    if (!removed) {
      throw Problem.notFound("Nobody is suppressed by this entry in the workspace").thrown();
    }
    Exchange.answer(context, 200, new Changed(true));
  }

  /** Discovery learns the id that follows from the entry, never the handle or the domain. */
  private void tell(Entry entry, RefusalReason reason) {
    String refused = refusedId(entry);
    desk.turnAway(
        RefusedPerson.newBuilder()
            .setId(DerivedId.of("listed", refused, entry.kind(), clock.instant().toString()))
            .setWorkspaceId(entry.workspaceId())
            .setProfileId(refused)
            .setOrigin("list-" + entry.kind())
            .setReason(reason)
            .setOccurredAt(clock.instant())
            .build());
  }

  private static String refusedId(Entry entry) {
    String[] parts = entry.value().split(":", 2);
    return switch (entry.kind()) {
      case "person" -> entry.value();
      case "handle" -> DerivedId.profile(entry.workspaceId(), parts[0], parts[1]);
      default -> DerivedId.domain(entry.workspaceId(), entry.value());
    };
  }

  private static String workspace(Context context) {
    QueryFields query = Exchange.query(context);
    String workspace = query.workspace();
    query.finish();
    return workspace;
  }
}
