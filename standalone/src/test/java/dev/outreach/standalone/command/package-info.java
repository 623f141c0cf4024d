/** Tests of the command line. */
@NullMarked
package dev.outreach.standalone.command;

import org.jspecify.annotations.NullMarked;
