package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * Empties what generations no reader sees hold of people who asked to be forgotten: a former one is
 * kept for a way back, and a rebuild that was given up may lie there for long. One that is being
 * filled hears of it by the log.
 */
public final class ForgetElsewhere {

  /**
   * Forgets; must run after the rows of the live generation were written.
   *
   * @param live the generation that is written already
   */
  public void of(Connection connection, int live, Collection<UUID> people) throws SQLException {
    if (people.isEmpty()) {
      return;
    }
    for (int other : new Generations().nobodyWrites(connection, live)) {
      try (PreparedStatement statement = connection.prepareStatement(people(other, live))) {
        statement.setArray(1, connection.createArrayOf("uuid", people.toArray()));
        statement.executeUpdate();
      }
      new ForgetWords(other).of(connection, people);
    }
  }

  /** Whatever describes a person becomes what the live row says, which the erasure has emptied. */
  private static String people(int other, int live) {
    return """
    UPDATE social_profile_g%d other
    SET username = live.username, external_id = live.external_id, full_name = live.full_name,
      bio = live.bio, category = live.category, location = live.location,
      profile_url = live.profile_url, website = live.website, followers = live.followers,
      following = live.following, posts = live.posts, average_likes = live.average_likes,
      average_comments = live.average_comments, engagement_score = live.engagement_score,
      engagement_reason = live.engagement_reason, engagement = live.engagement,
      verified = live.verified, language = live.language, last_post_at = live.last_post_at
    FROM social_profile_g%d live
    WHERE live.profile_id = other.profile_id AND live.erased AND other.profile_id = ANY (?)
    """
        .formatted(other, live);
  }
}
