package dev.outreach.drafting.domain;

/** Whether a message opens a conversation or goes on with one that got no reply. */
public enum MessageKind {
  INITIAL,
  FOLLOW_UP
}
