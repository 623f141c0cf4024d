package dev.outreach.sandbox.gemini;

import java.util.List;

/** A message as the simulated model would write it, with what it says about its own work. */
record Draft(String subject, String body, String language, String reason, List<String> factsUsed) {}
