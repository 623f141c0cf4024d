package dev.outreach.sending.audit;

/**
 * Something that must not be.
 *
 * @param kind what is wrong
 * @param where the account's chain, the message or the platform's message it is about
 * @param text in words, without personal data
 */
public record Finding(Kind kind, String where, String text) {

  /** What may be wrong. */
  public enum Kind {
    /** A receipt does not have the hash its contents have. */
    RECEIPT_CHANGED,
    /** A receipt is missing, or does not follow the one before. */
    CHAIN_BROKEN,
    /** A message that ended has no receipt, or another one than the ledger says. */
    RECEIPT_MISMATCH,
    /** Text, recipient or account are not those that were approved. */
    MESSAGE_CHANGED,
    /** The platform accepted a message more than once. */
    DOUBLED,
    /** We say it was sent; the platform never accepted it. */
    LOST,
    /** The platform accepted something of which the ledger knows nothing. */
    UNKNOWN,
    /** The ledger says it was sent; no event says so. */
    NOT_IN_LOG,
    /** An event says it was ordered or sent; the ledger does not. */
    NOT_IN_LEDGER
  }
}
