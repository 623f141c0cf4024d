/** Between the records on the topics and the values of the domain. */
@NullMarked
package dev.outreach.profile.avro;

import org.jspecify.annotations.NullMarked;
