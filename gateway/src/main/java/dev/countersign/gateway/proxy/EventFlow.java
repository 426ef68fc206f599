package dev.countersign.gateway.proxy;

import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.upstream.Answer;
import dev.countersign.gateway.wire.Event;
import dev.countersign.gateway.wire.EventReader;
import dev.countersign.gateway.wire.Malformed;
import dev.countersign.gateway.wire.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * An answer that comes in events. Where a gate finds something, the stream ends with an error
 * event: a client must not take what came before for the whole answer.
 */
final class EventFlow {
  private static final int MOST_EVENT = 4 << 20;

  private final Flow flow;
  private final GateSet gates;
  private final List<Turn> turns;
  private final Operation operation;

  EventFlow(Flow flow, GateSet gates, List<Turn> turns, Operation operation) {
    this.flow = flow;
    this.gates = gates;
    this.turns = turns;
    this.operation = operation;
  }

  void run(Answer answer, Answer.Body.Events events) throws Refused, IOException {
    String encoding = answer.header("content-encoding");
    boolean encoded = !encoding.isEmpty() && !encoding.equals("identity");
    if (operation == Operation.EMBEDDINGS || encoded) {
      events.stream().close();
      throw new Refused(Refusal.UNREADABLE);
    }
    flow.exchange.status = answer.status();
    try (InputStream in = events.stream()) {
      OutputStream out =
          flow.client.parts(answer.status(), Headers.toClient(answer, flow.exchange.id));
      EventSink sink = new EventSink(out, flow.shared.limits().answer());
      try {
        relay(new EventReader(in, MOST_EVENT), sink);
      } catch (Refused stopped) {
        refuse(stopped.refusal(), sink);
      }
      flow.exchange.output = Optional.of(sink.payload(flow.shared.log().content()));
      flow.client.end(out);
    }
  }

  private void relay(EventReader reader, EventSink sink) throws Refused, IOException {
    StreamGates through = new StreamGates(flow.exchange, gates, turns, sink);
    EventFilter filter =
        operation == Operation.CHAT
            ? new ChatEvents(through, flow.exchange)
            : new ResponseEvents(through, flow.exchange);
    try {
      for (Optional<Event> event = next(reader); event.isPresent(); event = next(reader)) {
        filter.accept(event.get());
      }
    } catch (UpstreamBroke broke) {
      flow.exchange.outcome = "failed";
      throw new Refused(
          new Refusal(502, "upstream_failed", "failed", "The model's server broke off."));
    }
    filter.end();
  }

  /** Reading from the upstream failed, and not writing to the client. */
  private static final class UpstreamBroke extends Exception {
    private static final long serialVersionUID = 1;
  }

  private static Optional<Event> next(EventReader reader) throws Refused, UpstreamBroke {
    try {
      return reader.next();
    } catch (IOException failed) {
      throw new UpstreamBroke();
    } catch (Malformed wrong) {
      throw new Refused(Refusal.UNREADABLE);
    }
  }

  private void refuse(Refusal refusal, EventSink sink) throws IOException {
    flow.exchange.outcome = refusal.outcome();
    String error = refusal.body(flow.exchange.protocol, flow.exchange.id).toString();
    if (operation == Operation.RESPONSES) {
      sink.write(new Event("error", ResponseEvents.error(refusal)));
    } else {
      sink.write(new Event("", error));
    }
  }
}
