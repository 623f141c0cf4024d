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
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
    PERSON("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "send the profile's id"),
    HANDLE("(linkedin|instagram|tiktok|facebook):\\S+", "send for example instagram:ada"),
    DOMAIN("[a-z0-9-]+(\\.[a-z0-9-]+)+", "send for example example.com");

    private final Pattern shape;
    private final String fix;

    Kind(String shape, String fix) {
      this.shape = Pattern.compile(shape);
      this.fix = fix;
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
    Entry entry = entry(workspace, body);
    String reason = body.text("reason", LONGEST_REASON);
    body.finish();
    boolean added = list.add(entry, reason, clock.instant());
    // Told again where it stood there already: the caller may have been cut off in between.
    tell(entry, RefusalReason.SUPPRESSED);
    Exchange.answer(context, 200, new Changed(added));
  }

  private void remove(Context context) {
    String workspace = workspace(context);
    BodyFields body = Exchange.body(context);
    Entry entry = entry(workspace, body);
    body.finish();
    boolean removed = list.remove(entry);
    tell(entry, RefusalReason.NONE);
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
      case "handle" -> profileId(entry.workspaceId(), parts[0], parts[1]);
      default -> DerivedId.domain(entry.workspaceId(), entry.value());
    };
  }

  private static String profileId(String workspaceId, String platform, String handle) {
    try {
      return DerivedId.profile(workspaceId, platform, Handle.canonical(platform, handle));
    } catch (IllegalArgumentException _) {
      // No handle there can be, so that nobody of this id will ever be found.
      return DerivedId.profile(workspaceId, platform, handle);
    }
  }

  private static String workspace(Context context) {
    QueryFields query = Exchange.query(context);
    String workspace = query.workspace();
    query.finish();
    return workspace;
  }

  private static Entry entry(String workspace, BodyFields body) {
    Kind kind = body.word("kind", List.of(Kind.values()));
    String value = body.text("value", LONGEST_VALUE).toLowerCase(Locale.ROOT);
    if (!value.isEmpty() && !kind.shape.matcher(value).matches()) {
      body.refuse("value", "is not of the kind", kind.fix);
    }
    return new Entry(workspace, kind.name().toLowerCase(Locale.ROOT), value);
  }
}
