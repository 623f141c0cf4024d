package dev.outreach.api;

import dev.outreach.api.http.QueryFields;
import dev.outreach.readmodel.Cursor;
import dev.outreach.readmodel.MessageFilter;
import dev.outreach.readmodel.MessageList;
import dev.outreach.readmodel.Page;
import dev.outreach.readmodel.ProfileFilter;
import dev.outreach.readmodel.ProfileList;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.MessageStatus;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.Platform;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** People and messages, a page at a time. */
final class ListEndpoints {

  private static final int MOST = 200;
  private static final int USUAL = 50;
  private static final int LONGEST_CURSOR = 400;

  /** No list reaches beyond, and no database's idea of time ends before. */
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final ProfileList profiles;
  private final MessageList messages;

  ListEndpoints(DataSource readModel) {
    this.profiles = new ProfileList(readModel);
    this.messages = new MessageList(readModel);
  }

  List<Route> routes() {
    return List.of(
        Route.guarded(HandlerType.GET, "/api/social/profiles", this::listProfiles),
        Route.guarded(HandlerType.GET, "/api/social/messages", this::listMessages));
  }

  /** A page of the contract. */
  private record PageView<T>(List<T> items, @Nullable String next) {

    static <T> PageView<T> of(Page<T> page) {
      Cursor next = page.next();
      return new PageView<>(page.rows(), next == null ? null : next.text());
    }
  }

  private void listProfiles(Context context) {
    QueryFields query = Exchange.query(context);
    String workspace = query.workspace();
    @Nullable String platform = query.word("platform", words(Platform.values())).orElse(null);
    Set<String> discovery = one(query.word("discovery_status", words(DiscoveryStatus.values())));
    Set<String> outreach = one(query.word("outreach_status", words(OutreachStatus.values())));
    boolean ready = query.word("followup_ready", List.of("true")).isPresent();
    @Nullable Cursor after = cursor(query);
    int limit = limit(query);
    query.finish();
    ProfileFilter filter = new ProfileFilter(workspace, platform, discovery, outreach, ready);
    Exchange.answer(context, 200, PageView.of(profiles.page(filter, after, limit)));
  }

  private void listMessages(Context context) {
    QueryFields query = Exchange.query(context);
    String workspace = query.workspace();
    @Nullable String platform = query.word("platform", words(Platform.values())).orElse(null);
    Set<String> statuses = one(query.word("status", words(MessageStatus.values())));
    var profileIds = query.id("profile_id").stream().collect(Collectors.toSet());
    @Nullable Cursor after = cursor(query);
    int limit = limit(query);
    query.finish();
    MessageFilter filter = new MessageFilter(workspace, platform, statuses, profileIds);
    Exchange.answer(context, 200, PageView.of(messages.page(filter, after, limit)));
  }

  private static int limit(QueryFields query) {
    return query.integer("limit", USUAL, 1, MOST);
  }

  private static @Nullable Cursor cursor(QueryFields query) {
    Optional<String> text = query.text("after", LONGEST_CURSOR);
    if (text.isEmpty()) {
      return null;
    }
    try {
      Cursor cursor = Cursor.parse(text.get());
      if (cursor.at().isAfter(Instant.EPOCH) && cursor.at().isBefore(LATEST)) {
        return cursor;
      }
    } catch (IllegalArgumentException _) {
      // Complained of below, with cursors out of range.
    }
    query.refuse("after", "is not the next of a page", "use next as the last answer showed it");
    return null;
  }

  private static Set<String> one(Optional<String> word) {
    return word.map(Set::of).orElseGet(Set::of);
  }

  private static <E extends Enum<E>> List<String> words(E[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .filter(word -> !word.equals("unknown"))
        .toList();
  }
}
