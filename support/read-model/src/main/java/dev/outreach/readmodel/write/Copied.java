package dev.outreach.readmodel.write;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The binary forms of COPY, by the type of the column. Source: PostgreSQL's documentation of COPY,
 * "Binary Format", and the receive functions of its types.
 */
enum Copied {
  TEXT {
    @Override
    void write(Object value, CopyBuffer buffer) {
      buffer.bytes(((String) value).getBytes(StandardCharsets.UTF_8));
    }
  },
  ID {
    @Override
    void write(Object value, CopyBuffer buffer) {
      UUID id = (UUID) value;
      buffer.uuid(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }
  },
  JSONB {
    @Override
    void write(Object value, CopyBuffer buffer) {
      buffer.jsonb(((String) value).getBytes(StandardCharsets.UTF_8));
    }
  },
  BIGINT {
    @Override
    void write(Object value, CopyBuffer buffer) {
      buffer.bigint((Long) value);
    }
  },
  INTEGER {
    @Override
    void write(Object value, CopyBuffer buffer) {
      buffer.integer(Math.toIntExact((Long) value));
    }
  },
  SMALLINT {
    @Override
    void write(Object value, CopyBuffer buffer) {
      buffer.smallint((Short) value);
    }
  },
  DOUBLE {
    @Override
    void write(Object value, CopyBuffer buffer) {
      buffer.bigint(Double.doubleToLongBits((Double) value));
    }
  },
  FLAG {
    @Override
    void write(Object value, CopyBuffer buffer) {
      buffer.flag((Boolean) value);
    }
  },
  TIME {
    @Override
    void write(Object value, CopyBuffer buffer) {
      buffer.bigint(((Long) value - MILLISECONDS_BEFORE_2000) * 1_000);
    }
  },
  NEVER {
    @Override
    void write(Object value, CopyBuffer buffer) {
      throw new IllegalStateException("this column cannot be copied: insert it");
    }
  };

  /** PostgreSQL counts microseconds from 2000-01-01, UTC. */
  private static final long MILLISECONDS_BEFORE_2000 = 946_684_800_000L;

  abstract void write(Object value, CopyBuffer buffer);

  /** The form of a text that has a type of its own; enumerations travel as their words. */
  static Copied ofText(String type) {
    return type.equals("jsonb") ? JSONB : TEXT;
  }
}
