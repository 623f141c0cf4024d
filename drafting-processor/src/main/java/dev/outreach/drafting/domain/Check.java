package dev.outreach.drafting.domain;

/** One deterministic examination of a draft. Thread-safe. */
interface Check {

  Finding examine(Proposal proposal, Brief brief);
}
