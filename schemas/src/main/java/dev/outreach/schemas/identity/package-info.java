/**
 * How people, messages and tasks get their ids: pure, JDK-like code that domain code may import.
 */
@NullMarked
package dev.outreach.schemas.identity;

import org.jspecify.annotations.NullMarked;
