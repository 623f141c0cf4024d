package dev.outreach.projector;

import dev.outreach.readmodel.write.ForgetWords;
import dev.outreach.readmodel.write.TickFollowUps;
import dev.outreach.readmodel.write.WriteMessages;
import dev.outreach.readmodel.write.WriteProfiles;
import dev.outreach.readmodel.write.WriteTimeline;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The statements that write one generation of the tables.
 *
 * @param number which generation
 */
record Generation(
    int number,
    WriteProfiles profiles,
    WriteMessages messages,
    WriteTimeline timeline,
    ForgetWords forget,
    TickFollowUps tick) {

  static Generation of(int number) {
    return new Generation(
        number,
        new WriteProfiles(number),
        new WriteMessages(number),
        new WriteTimeline(number),
        new ForgetWords(number),
        new TickFollowUps(number));
  }

  void write(Connection connection, Batch batch) throws SQLException {
    profiles.write(connection, batch.people());
    messages.write(connection, batch.messages());
    timeline.write(connection, batch.timeline());
    forget.of(connection, batch.erased());
  }
}
