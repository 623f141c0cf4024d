package dev.outreach.api;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One method of one path.
 *
 * @param path in Javalin's spelling: {@code {id}} is one segment, {@code <page>} is the rest
 * @param access who may call it
 */
record Route(HandlerType method, String path, Access access, Handler handler) {

  /** Who may call a route. */
  enum Access {
    /** Anyone. */
    OPEN,
    /** Who sends the administrator's token. */
    TOKEN
  }

  static Route open(HandlerType method, String path, Handler handler) {
    return new Route(method, path, Access.OPEN, handler);
  }

  static Route guarded(HandlerType method, String path, Handler handler) {
    return new Route(method, path, Access.TOKEN, handler);
  }
}
