package dev.countersign.gateway.proxy;

import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.gateway.upstream.UpstreamFailed;
import java.io.IOException;

/** Serves a protocol whose requests belong to sessions. Bounds by itself how many it works on. */
public interface SessionFlow {
  /**
   * Serves one request.
   *
   * @throws Refused if it is not served
   * @throws UpstreamFailed if the server did not answer, or not so that it could be passed on
   * @throws IOException if the client is gone
   */
  void serve(Flow flow, Upstream upstream)
      throws Refused, UpstreamFailed, InterruptedException, IOException;
}
