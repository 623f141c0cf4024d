/** What every endpoint needs of HTTP: fields of a request, problem documents, JSON. */
@NullMarked
package dev.outreach.api.http;

import org.jspecify.annotations.NullMarked;
