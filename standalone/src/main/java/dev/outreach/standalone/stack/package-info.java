/**
 * Everything in one process: embedded servers, sandbox and all apps, started and stopped in order.
 */
@NullMarked
package dev.outreach.standalone.stack;

import org.jspecify.annotations.NullMarked;
