/**
 * What the product may ask of a social platform, and the one error model every platform is mapped
 * to.
 */
@NullMarked
package dev.outreach.platforms;

import org.jspecify.annotations.NullMarked;
