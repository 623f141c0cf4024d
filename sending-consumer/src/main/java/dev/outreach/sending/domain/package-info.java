/** The rules of sending as pure code: which step is legal when, by which way, and how often. */
@NullMarked
package dev.outreach.sending.domain;

import org.jspecify.annotations.NullMarked;
