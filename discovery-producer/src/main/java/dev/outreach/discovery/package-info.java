/** The app that turns discovery requests into discovered profiles. */
@NullMarked
package dev.outreach.discovery;

import org.jspecify.annotations.NullMarked;
