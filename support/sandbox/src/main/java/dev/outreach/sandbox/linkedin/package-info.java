/** LinkedIn's partner interfaces as they present themselves: organisations, messages, tokens. */
@NullMarked
package dev.outreach.sandbox.linkedin;

import org.jspecify.annotations.NullMarked;
