package dev.countersign.gateway.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads bodies of requests. Nothing is allocated because a header says so: memory follows what has
 * come, and all bodies together have a bound.
 */
final class BodyReader {
  private static final int PART = 16 << 10;

  private final Semaphore parts;

  /** With so many bytes for all requests together. */
  BodyReader(long bytesForAll) {
    this.parts = new Semaphore((int) Math.max(1, Math.min(Integer.MAX_VALUE, bytesForAll / PART)));
  }

  /**
   * A body that is held until it is closed.
   *
   * @param bytes of it
   */
  @SuppressWarnings("ArrayRecordComponent") // belongs to one request
  record Held(byte[] bytes, int parts, Semaphore from) implements AutoCloseable {
    @Override
    public void close() {
      from.release(parts);
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
        if (!parts.tryAcquire()) {
          throw new Refused(Refusal.BUSY);
        }
        held++;
        body.write(part, 0, got);
        if (body.size() > most) {
          throw new Refused(Refusal.TOO_LARGE);
        }
      }
      whole = true;
      return new Held(body.toByteArray(), held, parts);
    } finally {
      if (!whole) {
        parts.release(held);
      }
    }
  }
}
