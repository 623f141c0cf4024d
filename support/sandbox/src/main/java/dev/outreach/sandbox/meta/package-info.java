/**
 * What simulated Instagram and Messenger share: the Graph error envelope, field expressions, usage
 * headers.
 */
@NullMarked
package dev.outreach.sandbox.meta;

import org.jspecify.annotations.NullMarked;
