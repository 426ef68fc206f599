package dev.countersign.gateway.proxy;

import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.log.Inference;
import dev.countersign.gateway.log.InferenceEvent;
import dev.countersign.gateway.metrics.Metrics;
import dev.countersign.gateway.telemetry.Trace;
import dev.countersign.gateway.upstream.Prepared;

/** What is counted and written down of each request. */
public final class Bookkeeping {
  private static final int STATUS_CLASS = 100;

  private final Shared shared;

  /** With where it counts and writes. */
  public Bookkeeping(Shared shared) {
    this.shared = shared;
  }

  /** Counts a request whose answer is out, and writes it down. */
  public void finish(Exchange exchange) {
    long nanos = System.nanoTime() - exchange.started;
    String upstream = exchange.upstream == null ? "" : exchange.upstream.config().name();
    Metrics metrics = shared.metrics();
    metrics.count(
        "countersign_requests_total",
        "Requests by what became of them.",
        "upstream",
        upstream,
        "operation",
        exchange.operation.word(),
        "outcome",
        exchange.outcome,
        "status",
        exchange.status / STATUS_CLASS + "xx");
    metrics.time(
        "countersign_request_seconds",
        "Time from the headers of a request to the end of its answer.",
        nanos,
        "upstream",
        upstream);
    for (Finding finding : exchange.findings) {
      if (exchange.upstream != null
          && exchange.upstream.prepared() instanceof Prepared.Ready ready) {
        ready.count(finding.gate(), finding.decision());
      }
      metrics.count(
          "countersign_decisions_total",
          "What gates decided.",
          "upstream",
          upstream,
          "gate",
          finding.gate().word(),
          "decision",
          finding.decision().word());
    }
    if (exchange.gateNanos() > 0) {
      metrics.time(
          "countersign_gates_seconds",
          "Time that all gates took for a request.",
          exchange.gateNanos(),
          "upstream",
          upstream);
    }
    boolean told = shared.log().isOn() || exchange.trace != Trace.NONE;
    if (exchange.operation.hasBody() && told) {
      InferenceEvent event = event(exchange, nanos, upstream);
      shared.log().add(event);
      exchange.trace.end(event);
    }
  }

  private InferenceEvent event(Exchange exchange, long nanos, String upstream) {
    return new InferenceEvent(
        exchange.at,
        exchange.id,
        shared.system(),
        upstream,
        exchange.model,
        exchange.client,
        exchange.session,
        exchange.protocol.word(),
        exchange.operation.word(),
        exchange.status,
        exchange.outcome,
        nanos,
        exchange.input,
        exchange.output,
        new Inference(exchange.rows, exchange.outputs),
        exchange.tokens,
        exchange.tools,
        exchange.findings,
        exchange.trace.ids());
  }
}
