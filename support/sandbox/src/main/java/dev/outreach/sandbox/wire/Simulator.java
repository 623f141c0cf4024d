package dev.outreach.sandbox.wire;

/** One simulated platform. Implementations are thread-safe. */
public interface Simulator {

  /** Path prefix and ledger name, for example {@code instagram}. */
  String platform();

  /** The operation a call asks for, as fault rules and the request log name it. */
  String operation(Call call);

  /** Carries the call out. What it accepts is durable before this returns. */
  Reply answer(Call call);

  /** The platform's own wording of a failure. */
  Reply refuse(Refusal refusal);
}
