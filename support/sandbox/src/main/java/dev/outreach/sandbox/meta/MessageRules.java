package dev.outreach.sandbox.meta;

import java.util.function.ToIntFunction;

/**
 * Where Instagram's and Messenger's messaging differ.
 *
 * @param webhookObject {@code instagram} or {@code page}
 * @param threadPrefix how conversation ids begin
 * @param maximumLength in the unit that {@code length} counts
 * @param unknownRecipient subcode of code 100
 * @param closedWindow subcode of code 10
 * @param typeRequired whether {@code messaging_type} must be given
 * @param deliveryReceipts whether a webhook tells that a message reached the device
 */
public record MessageRules(
    String webhookObject,
    String threadPrefix,
    int maximumLength,
    ToIntFunction<String> length,
    int unknownRecipient,
    int closedWindow,
    boolean typeRequired,
    boolean deliveryReceipts) {}
