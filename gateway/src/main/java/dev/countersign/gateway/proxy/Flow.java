package dev.countersign.gateway.proxy;

import dev.countersign.attest.json.Limits;
import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.gateway.check.Checks;
import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.log.Payload;
import dev.countersign.gateway.telemetry.Trace;
import dev.countersign.gateway.upstream.Answer;
import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.gateway.upstream.UpstreamClient.Question;
import dev.countersign.gateway.upstream.UpstreamFailed;
import dev.countersign.gateway.wire.Malformed;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import tools.jackson.databind.node.ObjectNode;

/** One request on its way; the steps that the flows of all protocols have in common. */
public final class Flow {
  private static final int DEPTH = 64;

  /** What all requests share. */
  public final Shared shared;

  /** As it came. */
  public final Request request;

  /** Who is answered. */
  public final Client client;

  /** What is counted and logged of it. */
  public final Exchange exchange;

  final byte[] body;

  Flow(Shared shared, Request request, Client client, Exchange exchange, byte[] body) {
    this.shared = shared;
    this.request = request;
    this.client = client;
    this.exchange = exchange;
    this.body = body;
  }

  /**
   * The body as JSON that can be read in one way only, so that the upstream reads what was checked.
   */
  public ObjectNode json() throws Refused {
    exchange.input = Optional.of(Payload.of(body, shared.log().content()));
    try {
      return StrictJson.object(body, new Limits(Math.max(2, shared.limits().body()), DEPTH));
    } catch (MalformedJson wrong) {
      throw new Refused(Refusal.malformed(wrong.getMessage()));
    }
  }

  /** Goes to an upstream, if that is ready. */
  public GateSet to(Upstream upstream) throws Refused {
    return exchange.to(upstream);
  }

  /** Goes to the upstream that serves a model. */
  GateSet to(List<Upstream> upstreams, String model) throws Refused {
    exchange.model = model;
    for (Upstream upstream : upstreams) {
      if (upstream.config().serves(model)) {
        return to(upstream);
      }
    }
    throw new Refused(Refusal.NO_MODEL);
  }

  /** Asks the upstream what the client asked. */
  Answer ask(Upstream upstream) throws UpstreamFailed, InterruptedException {
    try (Trace.Step step = exchange.trace.step("upstream")) {
      return shared
          .upstreams()
          .ask(
              new Question(
                  request.getMethod(),
                  uri(upstream),
                  Headers.toUpstream(request.getHeaders(), exchange.id, step.headers()),
                  body,
                  upstream.config().timeout(),
                  shared.limits().answer()));
    }
  }

  private URI uri(Upstream upstream) {
    String base = upstream.config().url().toString();
    String start = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    String query = request.getHttpURI().getQuery();
    return URI.create(start + request.getHttpURI().getPath() + (query == null ? "" : "?" + query));
  }

  /** Passes an answer on as it came. */
  void pass(Answer answer, byte[] bytes) {
    exchange.status = answer.status();
    exchange.output = Optional.of(Payload.of(bytes, shared.log().content()));
    if (!answer.isSuccess()) {
      exchange.outcome = "upstream-error";
    }
    client.whole(answer.status(), Headers.toClient(answer, exchange.id), bytes);
  }

  /** Asks an upstream and passes on what it says, which no gate has a say in. */
  void through(Upstream upstream)
      throws Refused, UpstreamFailed, InterruptedException, IOException {
    to(upstream);
    Answer answer = ask(upstream);
    pass(answer, whole(answer));
  }

  /**
   * The body of an answer that comes as a whole.
   *
   * @throws Refused if it comes as events
   */
  byte[] whole(Answer answer) throws Refused, IOException {
    return switch (answer.body()) {
      case Answer.Body.Whole(byte[] bytes) -> bytes;
      case Answer.Body.Events events -> {
        events.stream().close();
        throw new Refused(Refusal.UNREADABLE);
      }
    };
  }

  /** Says that all is well, and nothing else. */
  void fine() {
    exchange.status = 200;
    client.whole(exchange.status, List.of(), new byte[0]);
  }

  /** An answer that a gate can read. */
  ObjectNode readable(Answer answer, byte[] bytes) throws Refused {
    String encoding = answer.header("content-encoding");
    if (!encoding.isEmpty() && !encoding.equals("identity")) {
      throw new Refused(Refusal.UNREADABLE);
    }
    try {
      return StrictJson.object(bytes, new Limits(Math.max(2, shared.limits().answer()), DEPTH));
    } catch (MalformedJson wrong) {
      throw new Refused(Refusal.UNREADABLE);
    }
  }

  /** What becomes of an answer that a gate cannot read. */
  void unreadable(Gate gate, GateSet gates, Answer answer, byte[] bytes, Refused why)
      throws Refused {
    exchange.findings.add(Finding.of(gate, gates.fail().decision(), "the answer is unreadable"));
    if (gates.fail().decision() == Decision.REJECT) {
      throw why;
    }
    pass(answer, bytes);
  }

  /** The prompt gate. */
  void prompts(GateSet gates, List<String> texts) throws Refused {
    if (gates.prompts().isPresent() && !texts.isEmpty()) {
      Checks.Prompts gate = gates.prompts().get();
      refuse(
          exchange.ask(Gate.PROMPT, gates, deadline -> gate.check(texts, deadline)), Refusal.INPUT);
    }
  }

  void refuse(Finding finding, Refusal refusal) throws Refused {
    if (finding.rejects()) {
      throw new Refused(refusal);
    }
  }

  static Refused malformed(Malformed wrong) {
    return new Refused(Refusal.malformed(String.valueOf(wrong.getMessage())));
  }
}
