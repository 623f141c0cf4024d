/** Publishes commands and learns what became of them. */
@NullMarked
package dev.outreach.api.commands;

import org.jspecify.annotations.NullMarked;
