/** One class per command of an operator. */
@NullMarked
package dev.outreach.standalone.command;

import org.jspecify.annotations.NullMarked;
