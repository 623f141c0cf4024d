package dev.outreach.platforms.unipile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.OutboundMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How one generation of Unipile's interface words what both can do. Stateless. */
interface Dialect {

  /** Ids of places whose name matches. */
  Read places(String name);

  /**
   * People by keyword.
   *
   * @param places ids; empty for everywhere
   * @param cursor empty for the first page
   */
  Post search(String keywords, List<String> places, String cursor);

  Read profile(String handle);

  /** A person's newest posts. */
  Read posts(String userId);

  /** The message, in its conversation where one is known, else as the first of a new one. */
  Post message(OutboundMessage message);

  /** The message as the note of an invitation to connect. */
  Post invitation(OutboundMessage message);

  /**
   * Invitations nobody has answered yet.
   *
   * @param cursor empty for the first page
   */
  Read invitations(String cursor);

  /** An entry of that list; empty where it was not sent by us. */
  Optional<Invitation> invitation(JsonNode entry);

  /** Conversations in which the one with a person must be, if there is one. */
  Read chats(String personId, Instant since);

  /** The conversation with a person among the answer of {@link #chats}. */
  Optional<String> chatWith(String personId, JsonNode answer);

  /**
   * All conversations, the one with the newest message first.
   *
   * @param cursor empty for the first page
   */
  Read allChats(String cursor);

  /** An entry of that list; empty where it is not with one person. */
  Optional<Chat> chat(JsonNode entry);

  /**
   * Messages of a conversation, newest first.
   *
   * @param cursor empty for the first page
   */
  Read messages(String chatId, Instant since, String cursor);

  /** The entries of a list. */
  JsonNode items(JsonNode answer);

  /** The cursor of the next page; empty at the end. */
  Optional<String> next(JsonNode answer);
}
