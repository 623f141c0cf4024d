/** The statements that write the read model: for status-projector and tests, nobody else. */
@NullMarked
package dev.outreach.readmodel.write;

import org.jspecify.annotations.NullMarked;
