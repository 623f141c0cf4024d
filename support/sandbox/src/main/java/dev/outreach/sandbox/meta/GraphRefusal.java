package dev.outreach.sandbox.meta;

import dev.outreach.sandbox.wire.Reply;

/** Ends the handling of a call with a Graph error. */
public final class GraphRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  public GraphRefusal(Reply reply) {
    super("refused", null, false, false);
    this.reply = reply;
  }

  public Reply reply() {
    return reply;
  }
}
