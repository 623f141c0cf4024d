/** The one door to the Confluent Avro serializers. */
@NullMarked
package dev.outreach.schemas.serdes;

import org.jspecify.annotations.NullMarked;
