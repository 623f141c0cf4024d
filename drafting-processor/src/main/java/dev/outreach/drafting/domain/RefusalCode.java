package dev.outreach.drafting.domain;

/** Why there is no draft. The names are part of the published events. */
public enum RefusalCode {
  /** The model's safety rules stopped the request or the answer. */
  SAFETY_BLOCK,
  /** The answer was not what was asked for: no JSON, cut off, empty. */
  SCHEMA,
  /** No answer in time. */
  TIMEOUT,
  /** Too many requests for the account. */
  QUOTA,
  /** The key is wrong or may not do this. */
  AUTH,
  /** No configured model exists. */
  MODEL_UNAVAILABLE,
  /** The service says our request is malformed. */
  INVALID_REQUEST,
  /** The service failed, or could not be reached. */
  TRANSIENT,
  /** The money or the calls of the day are used up. */
  BUDGET,
  /** The draft did not pass the checks, nor did the second one. */
  CHECKS,
  /** The task asks for a prompt that does not exist. */
  UNKNOWN_PROMPT,
  /** Messages for this network are not drafted. */
  UNKNOWN_NETWORK,
  /** The person is never to be contacted, or asked to be forgotten. */
  PERSON_REFUSED
}
