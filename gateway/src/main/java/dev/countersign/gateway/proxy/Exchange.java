package dev.countersign.gateway.proxy;

import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.config.Protocol;
import dev.countersign.gateway.log.InferenceEvent.Tokens;
import dev.countersign.gateway.log.Payload;
import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.guard.Deadline;
import dev.countersign.guard.Gate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One request while it is worked on; for its thread only. */
final class Exchange {
  final String id;
  final Instant at = Instant.now();
  final long started = System.nanoTime();
  final List<Finding> findings = new ArrayList<>(4);
  Optional<String> client = Optional.empty();
  Protocol protocol = Protocol.OPENAI;
  Operation operation = Operation.OTHER;
  String model = "";
  @Nullable Upstream upstream;
  int status;

  /** Whether all of the request was read, so that another one may follow. */
  boolean isRead;

  String outcome = "served";
  Optional<Payload> input = Optional.empty();
  Optional<Payload> output = Optional.empty();
  Optional<ObjectNode> result = Optional.empty();
  Tokens tokens = Tokens.NONE;

  private long gateNanos;

  Exchange(String id) {
    this.id = id;
  }

  /**
   * Asks a gate, and decides as the fail mode says where it fails. What gates throw is their
   * failure, not the client's.
   */
  Finding ask(Gate gate, GateSet gates, Function<Deadline, Finding> check) {
    long before = System.nanoTime();
    Finding finding;
    try {
      finding = check.apply(Deadline.in(gates.time().minusNanos(gateNanos)));
    } catch (RuntimeException | StackOverflowError failed) {
      finding = failed(gate, gates, failed);
    }
    gateNanos += System.nanoTime() - before;
    findings.add(finding);
    return finding;
  }

  /** What is decided where a gate failed. */
  static Finding failed(Gate gate, GateSet gates, Throwable failed) {
    return Finding.of(
        gate,
        gates.fail().decision(),
        "the gate failed (" + failed.getClass().getSimpleName() + ")");
  }

  /** Time that gates took so far, in nanoseconds. */
  long gateNanos() {
    return gateNanos;
  }
}
