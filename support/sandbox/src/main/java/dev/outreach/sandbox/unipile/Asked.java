package dev.outreach.sandbox.unipile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Json;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call in either generation's wording, reduced to what both mean.
 *
 * @param path below the version, and in version 2 below the account
 * @param account empty where the call names none
 */
record Asked(boolean v2, String account, List<String> path, Call call) {

  private static final Pattern PART =
      Pattern.compile(
          "\r\n[^\r\n]*name=\"(\\w+)\"\r\n(?:[^\r\n]+\r\n)*\r\n(.*)\r\n", Pattern.DOTALL);

  static Asked of(Call call) {
    if (call.segment(0).equals("v2")) {
      List<String> path = call.path();
      return new Asked(
          true, call.segment(1), path.subList(Math.min(2, path.size()), path.size()), call);
    }
    List<String> path = call.path();
    String account =
        call.parameter("account_id")
            .orElseGet(() -> (isJson(call) ? call.json() : form(call)).path("account_id").asText());
    return new Asked(false, account, path.subList(Math.min(2, path.size()), path.size()), call);
  }

  String segment(int index) {
    return index < path.size() ? path.get(index) : "";
  }

  /** The operation, as fault rules and the request log name it. */
  String operation() {
    String first = segment(0);
    if (first.equals("linkedin")) {
      return segment(2).equals("parameters") ? "find_places" : "search_people";
    }
    if (first.equals("users") && isAboutInvitations()) {
      return call.isPost() ? "send_invitation" : "list_invitations";
    }
    if (first.equals("users")) {
      return switch (segment(2)) {
        case "posts" -> "user_posts";
        case "chat" -> "list_chats";
        default -> "read_user";
      };
    }
    if (!first.equals("chats")) {
      return "unknown";
    }
    if (call.isPost()) {
      return "send_message";
    }
    return segment(2).equals("messages") ? "list_messages" : "list_chats";
  }

  private boolean isAboutInvitations() {
    return v2 ? segment(2).equals("relation-requests") : segment(1).equals("invite");
  }

  /** The fields of the body: JSON, or a multipart form. */
  JsonNode fields() {
    return v2 || isJson(call) ? call.json() : form(call);
  }

  private static boolean isJson(Call call) {
    return call.header("content-type").orElse("").startsWith("application/json");
  }

  private static ObjectNode form(Call call) {
    ObjectNode fields = Json.object();
    String boundary = call.header("content-type").orElse("").replaceFirst("^.*boundary=", "");
    for (String part : call.body().split(Pattern.quote("--" + boundary), -1)) {
      Matcher field = PART.matcher(part);
      if (field.matches()) {
        fields.put(field.group(1), field.group(2));
      }
    }
    return fields;
  }
}
