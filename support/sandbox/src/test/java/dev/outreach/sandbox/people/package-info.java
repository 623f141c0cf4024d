@NullMarked
package dev.outreach.sandbox.people;

import org.jspecify.annotations.NullMarked;
