/** Facebook Pages search and Messenger as the Graph API presents them. */
@NullMarked
package dev.outreach.sandbox.facebook;

import org.jspecify.annotations.NullMarked;
