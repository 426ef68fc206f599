package dev.countersign.gateway.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads bodies of requests. Nothing is allocated because a header says so: memory follows what has
 * come, and all bodies together have a bound.
 */
final class BodyReader {
  private static final int PART = Budget.PART;

  private final Budget budget;

  /** With what bodies take their room from. */
  BodyReader(Budget budget) {
    this.budget = budget;
  }

  /**
   * A body that is held until it is closed.
   *
   * @param bytes of it
   */
  @SuppressWarnings("ArrayRecordComponent") // belongs to one request
  record Held(byte[] bytes, int parts, Budget from) implements AutoCloseable {
    @Override
    public void close() {
      from.gives(parts);
    }
  }

  /**
   * All of a body.
   *
   * @throws Refused if it is larger than it may be, or all bodies together are
   * @throws IOException if the client breaks off, or took too long and was cut off
   */
  Held read(Request request, int most) throws Refused, IOException {
    if (request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > most) {
      throw new Refused(Refusal.TOO_LARGE);
    }
    int held = 0;
    boolean whole = false;
    // Not closed: that would fail the request before it can be refused.
    InputStream in = Content.Source.asInputStream(request);
    try {
      ByteArrayOutputStream body = new ByteArrayOutputStream(PART);
      byte[] part = new byte[PART];
      while (true) {
        int got = in.readNBytes(part, 0, Math.min(PART, most - body.size() + 1));
        if (got == 0) {
          break;
        }
        if (!budget.takes()) {
          throw new Refused(Refusal.BUSY);
        }
        held++;
        body.write(part, 0, got);
        if (body.size() > most) {
          throw new Refused(Refusal.TOO_LARGE);
        }
      }
      whole = true;
      return new Held(body.toByteArray(), held, budget);
    } finally {
      if (!whole) {
        budget.gives(held);
      }
    }
  }
}
