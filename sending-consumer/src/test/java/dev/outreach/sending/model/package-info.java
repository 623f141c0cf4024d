/** An exhaustive search over the sending protocol: every interleaving, loss and crash. */
@NullMarked
package dev.outreach.sending.model;

import org.jspecify.annotations.NullMarked;
