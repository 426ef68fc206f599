package dev.countersign.gateway.proxy;

import dev.countersign.gateway.config.Protocol;
import dev.countersign.gateway.upstream.Upstream;
import java.util.List;

/**
 * Where a request may go.
 *
 * @param operation what it asks for
 * @param protocol in which
 * @param model that the path names; empty where it names none
 * @param upstreams that may serve it; the body may have to say which
 */
record Target(Operation operation, Protocol protocol, String model, List<Upstream> upstreams) {
  Target {
    upstreams = List.copyOf(upstreams);
  }
}
