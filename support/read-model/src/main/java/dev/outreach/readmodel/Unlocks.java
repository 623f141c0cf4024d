package dev.outreach.readmodel;

import java.sql.SQLException;

/**
 * The five stages, each open or locked with its reason.
 *
 * @param discovery always open
 * @param review open while somebody is in status discovered
 * @param drafting open while somebody is qualified
 * @param sending open while somebody is drafted
 * @param followup open while somebody is in status sent
 */
public record Unlocks(
    Unlock discovery, Unlock review, Unlock drafting, Unlock sending, Unlock followup) {

  static Unlocks of(Row row) throws SQLException {
    return new Unlocks(
        stage(row, "discovery"),
        stage(row, "review"),
        stage(row, "drafting"),
        stage(row, "sending"),
        stage(row, "followup"));
  }

  private static Unlock stage(Row row, String name) throws SQLException {
    return new Unlock(row.flag(name + "_unlocked"), row.text(name + "_reason"));
  }
}
