/** The rules every adapter must keep, as tests to run against its simulator. */
@NullMarked
package dev.outreach.platforms.contract;

import org.jspecify.annotations.NullMarked;
