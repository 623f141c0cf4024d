/** The life of a profile: what may happen to a person when, as pure functions over values. */
@NullMarked
package dev.outreach.profile.domain;

import org.jspecify.annotations.NullMarked;
