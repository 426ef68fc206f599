package dev.countersign.gateway.proxy;

import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.check.TextStream;
import dev.countersign.gateway.check.TextStream.Released;
import dev.countersign.gateway.wire.Turn;
import dev.countersign.guard.Deadline;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The gates behind a stream of events: each text in it is a stream of its own. */
final class StreamGates {
  private static final int MOST_TEXTS = 1000;

  private final Exchange exchange;
  private final GateSet gates;
  private final List<Turn> turns;
  private final EventSink sink;
  private final Map<String, TextStream> texts = new LinkedHashMap<>();
  private boolean flagged;

  StreamGates(Exchange exchange, GateSet gates, List<Turn> turns, EventSink sink) {
    this.exchange = exchange;
    this.gates = gates;
    this.turns = turns;
    this.sink = sink;
  }

  EventSink sink() {
    return sink;
  }

  boolean checksTexts() {
    return gates.texts().isPresent();
  }

  boolean checksCalls() {
    return gates.calls().isPresent();
  }

  /** What may be said of the next part of a text. */
  String push(String text, String part) throws Refused {
    if (gates.texts().isEmpty()) {
      return part;
    }
    TextStream stream = texts.get(text);
    if (stream == null) {
      if (texts.size() == MOST_TEXTS) {
        throw new Refused(Refusal.UNREADABLE);
      }
      stream = gates.texts().get().stream();
      texts.put(text, stream);
    }
    TextStream open = stream;
    return released(step(deadline -> open.push(part, deadline)));
  }

  /** What was held of a text, whose end this is. */
  String end(String text) throws Refused {
    TextStream stream = texts.remove(text);
    return stream == null ? "" : released(step(stream::end));
  }

  private interface Step {
    Released run(Deadline deadline);
  }

  private Released step(Step step) {
    try {
      return step.run(Deadline.in(gates.time()));
    } catch (RuntimeException | StackOverflowError failed) {
      return new Released("", Optional.of(Exchange.failed(Gate.OUTPUT, gates, failed)));
    }
  }

  private String released(Released released) throws Refused {
    Optional<Finding> finding = released.finding();
    if (finding.isPresent()) {
      boolean news = finding.get().decision() != Decision.FLAG || !flagged;
      flagged = true;
      if (news) {
        exchange.findings.add(finding.get());
      }
      if (finding.get().rejects()) {
        throw new Refused(Refusal.OUTPUT);
      }
    }
    return released.text();
  }

  /** A text that came as a whole. */
  void whole(String text) throws Refused {
    if (gates.texts().isPresent() && !text.isEmpty()) {
      Finding finding =
          exchange.ask(Gate.OUTPUT, gates, deadline -> gates.texts().get().check(text, deadline));
      if (finding.rejects()) {
        throw new Refused(Refusal.OUTPUT);
      }
    }
  }

  /** Calls that the model asks for. */
  void calls(List<Turn.Call> calls) throws Refused {
    if (gates.calls().isPresent() && !calls.isEmpty()) {
      Finding finding =
          exchange.ask(
              Gate.TOOL, gates, deadline -> gates.calls().get().check(turns, calls, deadline));
      if (finding.rejects()) {
        throw new Refused(Refusal.CALL);
      }
    }
  }

  /** Texts that have not ended. */
  List<String> open() {
    return List.copyOf(texts.keySet());
  }
}
