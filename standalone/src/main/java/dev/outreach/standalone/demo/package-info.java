/**
 * The scripted funnel: people found, reviewed, written to and answered, and then everything
 * checked.
 */
@NullMarked
package dev.outreach.standalone.demo;

import org.jspecify.annotations.NullMarked;
