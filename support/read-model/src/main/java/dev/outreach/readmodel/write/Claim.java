package dev.outreach.readmodel.write;

/**
 * The right to write from one partition, until somebody else claims it.
 *
 * @param place which partition
 * @param ownerEpoch grows with every claim: a lower one may write no more
 * @param nextOffset where to go on
 */
public record Claim(Place place, long ownerEpoch, long nextOffset) {

  /** The claim after records up to {@code offset}, that one excluded, were applied. */
  public Claim at(long offset) {
    return new Claim(place, ownerEpoch, offset);
  }
}
