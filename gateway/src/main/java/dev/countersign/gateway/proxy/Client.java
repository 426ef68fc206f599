package dev.countersign.gateway.proxy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The client's side of an exchange: takes one answer, whole or in parts. */
public final class Client {
  private final Response response;
  private final Callback done;
  private boolean begun;

  Client(Response response, Callback done) {
    this.response = response;
    this.done = done;
  }

  /** Whether something went out, so that no other status can. */
  public boolean hasBegun() {
    return begun;
  }

  /** A whole answer, and the end. */
  public void whole(int status, List<Map.Entry<String, String>> headers, byte[] body) {
    head(status, headers);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), done);
  }

  /** An answer that comes in parts; {@link #end} ends it. */
  public OutputStream parts(int status, List<Map.Entry<String, String>> headers) {
    head(status, headers);
    return Content.Sink.asOutputStream(response);
  }

  private void head(int status, List<Map.Entry<String, String>> headers) {
    begun = true;
    response.setStatus(status);
    headers.forEach(header -> response.getHeaders().add(header.getKey(), header.getValue()));
  }

  /** Nothing more is read from this connection, so it ends with the answer. */
  void closeAfterwards() {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
  }

  /** Ends an answer that came in parts. */
  public void end(OutputStream parts) throws IOException {
    parts.close();
    done.succeeded();
  }

  /** Breaks off: a client sees that the answer is not whole. */
  void abort(Throwable why) {
    done.failed(why);
  }
}
