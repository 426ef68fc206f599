package dev.countersign.gateway.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What a client hears of a request that is not HTTP as it should be: no page, no details. */
final class PlainErrors implements Request.Handler {
  private static final byte[] BODY =
      "{\"error\":\"The request is no HTTP that is accepted here.\"}"
          .getBytes(StandardCharsets.UTF_8);

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(BODY), callback);
    return true;
  }
}
