package dev.outreach.sandbox.linkedin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.linkedin.LinkedInReplies.Refused;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Organisations: each invented person stands for one, and each topic has one of its name. */
final class LinkedInOrganizations {

  private static final int LARGEST_PAGE = 25;

  private final Map<String, Person> byVanityName = new LinkedHashMap<>();

  LinkedInOrganizations(Population organizations) {
    organizations
        .all()
        .forEach(
            organization -> {
              organization.topics().forEach(topic -> byVanityName.putIfAbsent(topic, organization));
              byVanityName.put(vanityName(organization.username()), organization);
            });
  }

  Reply byVanityName(Call call) {
    if (!call.parameter("q").orElse("").equals("vanityName")) {
      throw new Refused(400, 0, "q must be vanityName");
    }
    String wanted = call.parameter("vanityName").orElse("").toLowerCase(Locale.ROOT);
    ArrayNode elements = Json.array();
    Person organization = byVanityName.get(wanted);
    if (organization != null) {
      elements.add(organization(organization, wanted));
    }
    return Reply.ok(page(elements, 0, 10));
  }

  Reply followers(Call call) {
    if (!call.parameter("edgeType")
        .orElse("")
        .matches("COMPANY_FOLLOWED_BY_MEMBER|CompanyFollowedByMember")) {
      throw new Refused(400, 0, "edgeType is unknown");
    }
    String id = call.segment(2).replaceFirst("^urn:li:organization:", "");
    return byVanityName.values().stream()
        .filter(organization -> organization.id().equals(id))
        .findFirst()
        .map(found -> Reply.ok(Json.object().put("firstDegreeSize", found.audience().followers())))
        .orElseThrow(() -> new Refused(404, 0, "Could not find entity"));
  }

  Reply search(Call call) {
    int start = Integer.parseInt(call.parameter("start").orElse("0"));
    int count = Integer.parseInt(call.parameter("count").orElse("10"));
    if (count < 1 || count > LARGEST_PAGE) {
      throw new Refused(400, 0, "count must be 1 to 25");
    }
    String word = call.parameter("query").orElse("").toLowerCase(Locale.ROOT);
    List<Map.Entry<String, Person>> matching =
        byVanityName.entrySet().stream()
            .filter(entry -> entry.getValue().biography().toLowerCase(Locale.ROOT).contains(word))
            .toList();
    ArrayNode elements = Json.array();
    matching.stream()
        .skip(start)
        .limit(count)
        .forEach(
            entry ->
                elements
                    .addObject()
                    .put("entity", "urn:li:organization:" + entry.getValue().id())
                    .putObject("entity~")
                    .put("vanityName", entry.getKey())
                    .put("name", entry.getValue().fullName()));
    return Reply.ok(page(elements, start, count));
  }

  private static ObjectNode page(ArrayNode elements, int start, int count) {
    ObjectNode page = Json.object();
    page.set("elements", elements);
    page.putObject("paging").put("start", start).put("count", count).putArray("links");
    return page;
  }

  private static ObjectNode organization(Person organization, String vanityName) {
    ObjectNode node =
        Json.object()
            .put("id", Long.parseLong(organization.id()))
            .put("vanityName", vanityName)
            .put("localizedName", organization.fullName() + " Studio")
            .put("localizedDescription", organization.biography())
            .put("primaryOrganizationType", "NONE");
    organization.topics().forEach(node.putArray("localizedSpecialties")::add);
    node.putObject("defaultLocale").put("country", "US").put("language", "en");
    node.putArray("locations")
        .addObject()
        .put("locationType", "HEADQUARTERS")
        .putObject("address")
        .put("city", organization.place().city())
        .put("country", organization.place().country());
    return node;
  }

  private static String vanityName(String username) {
    return username.replaceAll("[._]", "-");
  }
}
