package dev.countersign.gateway.proxy;

import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.config.Protocol;
import dev.countersign.gateway.log.InferenceEvent;
import dev.countersign.gateway.log.InferenceEvent.Tokens;
import dev.countersign.gateway.log.Payload;
import dev.countersign.gateway.log.Rows;
import dev.countersign.gateway.telemetry.Trace;
import dev.countersign.gateway.upstream.Prepared;
import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.gateway.wire.Turn;
import dev.countersign.guard.Deadline;
import dev.countersign.guard.Gate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request while it is worked on, for its thread only: what is filled in on its way is what is
 * counted and logged of it in the end.
 */
public final class Exchange {
  /** By which the log, the client and the server call it. */
  public final String id;

  final Instant at = Instant.now();
  final long started = System.nanoTime();

  /** What gates said so far. */
  public final List<Finding> findings = new ArrayList<>(4);

  /** Who asks. */
  public Optional<String> client = Optional.empty();

  /** In which protocol. */
  public Protocol protocol = Protocol.OPENAI;

  /** For what. */
  public Operation operation = Operation.OTHER;

  /** Of which model; empty where none is named. */
  public String model = "";

  /** That serves it, as soon as it is known. */
  public @Nullable Upstream upstream;

  /** Of HTTP, or what gRPC's is there. */
  public int status;

  /** Whether all of the request was read, so that another one may follow. */
  boolean isRead;

  /** What became of it, in a word of the log. */
  public String outcome = "served";

  /** What was sent. */
  public Optional<Payload> input = Optional.empty();

  /** What was answered. */
  public Optional<Payload> output = Optional.empty();

  /** The session of MCP that it belongs to. */
  public Optional<String> session = Optional.empty();

  /** The first tools that the model called, by name. */
  final List<String> tools = new ArrayList<>(0);

  Optional<Rows> rows = Optional.empty();
  Optional<Map<String, List<JsonNode>>> outputs = Optional.empty();
  Tokens tokens = Tokens.NONE;

  /** How it is traced. */
  public Trace trace = Trace.NONE;

  private long gateNanos;

  /** One that begins now. */
  public Exchange(String id) {
    this.id = id;
  }

  /**
   * Goes to an upstream.
   *
   * @throws Refused if that is not ready
   */
  public GateSet to(Upstream next) throws Refused {
    upstream = next;
    if (next.prepared() instanceof Prepared.Ready ready) {
      return ready.gates();
    }
    throw new Refused(Refusal.NOT_READY);
  }

  /**
   * Asks a gate, and decides as the fail mode says where it fails. What gates throw is their
   * failure, not the client's.
   */
  public Finding ask(Gate gate, GateSet gates, Function<Deadline, Finding> check) {
    long before = System.nanoTime();
    Finding finding;
    try (Trace.Step step = trace.step(gate.word())) {
      finding = checked(gate, gates, check);
      step.say("countersign.decision", finding.decision().word());
    }
    gateNanos += System.nanoTime() - before;
    findings.add(finding);
    return finding;
  }

  private Finding checked(Gate gate, GateSet gates, Function<Deadline, Finding> check) {
    try {
      return check.apply(Deadline.in(gates.time().minusNanos(gateNanos)));
    } catch (RuntimeException | StackOverflowError failed) {
      return failed(gate, gates, failed);
    }
  }

  /** What is decided where a gate failed. */
  static Finding failed(Gate gate, GateSet gates, Throwable failed) {
    return Finding.of(
        gate,
        gates.fail().decision(),
        "the gate failed (" + failed.getClass().getSimpleName() + ")");
  }

  /** Notes the tools that the model called. */
  void called(List<Turn.Call> calls) {
    calls.stream()
        .limit(InferenceEvent.MOST_TOOLS - tools.size())
        .map(Turn.Call::name)
        .forEach(tools::add);
  }

  /** Time that gates took so far, in nanoseconds. */
  long gateNanos() {
    return gateNanos;
  }
}
