package dev.outreach.sending.dispatch;

/** The write mark was refused: the message was taken over, taken back, or its account stopped. */
final class NotOursException extends RuntimeException {

  NotOursException(String messageId) {
    super("message " + messageId + " must not be sent by this worker");
  }
}
