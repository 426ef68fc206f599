package dev.countersign.gateway.grpc;

import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.grpc.message.InferMessage;
import dev.countersign.gateway.grpc.message.SmallMessages;
import dev.countersign.gateway.log.Payload;
import dev.countersign.gateway.proxy.InferGates;
import dev.countersign.gateway.proxy.Refusal;
import dev.countersign.gateway.proxy.Refused;
import dev.countersign.gateway.proxy.Shared;
import dev.countersign.gateway.telemetry.Trace;
import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.gateway.upstream.UpstreamFailed;
import dev.countersign.gateway.wire.Malformed;
import dev.countersign.gateway.wire.Tensor;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Finds the answer to each method: of the gateway itself, or of a server through the gates. */
final class Answering {
  /** Of grpc.health.v1: a service serves, or does not. */
  private static final int SERVING = 1;

  private static final int NOT_SERVING = 2;

  /** So much of a model's name goes to the log. */
  private static final int MOST_NAME = 256;

  private final Shared shared;
  private final UpstreamChannels servers;
  private final BooleanSupplier serving;

  /**
   * With whom it asks.
   *
   * @param serving whether the gateway says that it is ready
   */
  Answering(Shared shared, UpstreamChannels servers, BooleanSupplier serving) {
    this.shared = shared;
    this.servers = servers;
    this.serving = serving;
  }

  Reply to(Method method, Asked asked) throws Refused, UpstreamFailed, NotOk, InterruptedException {
    return switch (method) {
      case SERVER_LIVE -> Reply.of(SmallMessages.answer(true));
      case SERVER_READY -> Reply.of(SmallMessages.answer(serversAreReady(asked)));
      case SERVER_METADATA -> through(method, asked, first(asked));
      case MODEL_READY -> modelReady(asked);
      case MODEL_METADATA -> through(method, asked, model(asked, name(asked)));
      case MODEL_INFER -> infer(asked);
      case HEALTH_CHECK -> health(asked);
      case UNKNOWN -> throw new Refused(Refusal.NO_METHOD);
    };
  }

  private boolean serversAreReady(Asked asked) throws InterruptedException {
    boolean ready = serving.getAsBoolean();
    for (Upstream upstream : asked.router().overGrpc()) {
      ready = ready && upstream.isReady() && isReady(asked, upstream);
    }
    return ready;
  }

  private boolean isReady(Asked asked, Upstream upstream) throws InterruptedException {
    try {
      return SmallMessages.isYes(through(Method.SERVER_READY, asked, upstream).message());
    } catch (Refused | UpstreamFailed | NotOk no) {
      return false;
    }
  }

  private Reply modelReady(Asked asked)
      throws Refused, UpstreamFailed, NotOk, InterruptedException {
    Upstream upstream = model(asked, name(asked));
    return serving.getAsBoolean() && upstream.isReady()
        ? through(Method.MODEL_READY, asked, upstream)
        : Reply.of(SmallMessages.answer(false));
  }

  private Reply health(Asked asked) throws Refused {
    String service = name(asked);
    if (!service.isEmpty() && !service.equals(Method.service())) {
      throw new Refused(Refusal.NOT_FOUND);
    }
    boolean ready =
        serving.getAsBoolean() && asked.router().overGrpc().stream().allMatch(Upstream::isReady);
    return Reply.of(SmallMessages.answer(ready ? SERVING : NOT_SERVING));
  }

  private static String name(Asked asked) throws Refused {
    try {
      return SmallMessages.name(asked.message());
    } catch (Malformed wrong) {
      throw malformed(wrong);
    }
  }

  private static Refused malformed(Malformed wrong) {
    return new Refused(Refusal.malformed(String.valueOf(wrong.getMessage())));
  }

  private static Upstream first(Asked asked) throws Refused {
    return asked.router().overGrpc().stream()
        .findFirst()
        .orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
  }

  private static Upstream model(Asked asked, String name) throws Refused {
    asked.exchange().model = name.substring(0, Math.min(MOST_NAME, name.length()));
    return asked.router().overGrpc(name).orElseThrow(() -> new Refused(Refusal.NO_MODEL));
  }

  private Reply through(Method method, Asked asked, Upstream upstream)
      throws Refused, UpstreamFailed, NotOk, InterruptedException {
    asked.exchange().to(upstream);
    return ask(method, asked, upstream);
  }

  private Reply ask(Method method, Asked asked, Upstream upstream)
      throws UpstreamFailed, NotOk, InterruptedException {
    URI address = upstream.config().grpc().orElseThrow();
    try (Trace.Step step = asked.exchange().trace.step("upstream")) {
      return servers.ask(
          address,
          new UpstreamChannels.Question(
              method,
              MetadataRules.headers(asked.metadata(), asked.exchange().id, step.headers()),
              asked.message(),
              upstream.config().timeout()));
    }
  }

  private Reply infer(Asked asked) throws Refused, UpstreamFailed, NotOk, InterruptedException {
    InferMessage request = request(asked);
    Upstream upstream = model(asked, request.model());
    GateSet gates = asked.exchange().to(upstream);
    InferGates checks = new InferGates(gates, asked.exchange(), shared.log());
    checkInputs(checks, request);
    Reply reply = ask(Method.MODEL_INFER, asked, upstream);
    asked.exchange().output = Optional.of(Payload.binary(reply.message(), shared.log().content()));
    checkOutputs(checks, gates, asked, reply.message());
    return reply;
  }

  private static InferMessage request(Asked asked) throws Refused {
    try {
      return InferMessage.request(asked.message());
    } catch (Malformed wrong) {
      throw malformed(wrong);
    }
  }

  private static void checkInputs(InferGates checks, InferMessage request) throws Refused {
    if (checks.readInputs()) {
      inputs(checks, request);
    }
    if (checks.checkOutputs()) {
      requireOutputsHere(request);
    }
  }

  private static void inputs(InferGates checks, InferMessage request) throws Refused {
    List<Tensor> inputs;
    try {
      inputs = request.tensors();
    } catch (Malformed wrong) {
      if (checks.checkInputs()) {
        throw malformed(wrong);
      }
      return;
    }
    checks.inputs(inputs);
  }

  private static void requireOutputsHere(InferMessage request) throws Refused {
    try {
      request.requireOutputsHere();
    } catch (Malformed wrong) {
      throw malformed(wrong);
    }
  }

  private void checkOutputs(InferGates checks, GateSet gates, Asked asked, byte[] answer)
      throws Refused {
    if (!checks.readOutputs()) {
      return;
    }
    List<Tensor> outputs;
    try {
      outputs = InferMessage.response(answer).tensors();
    } catch (Malformed unreadable) {
      if (checks.checkOutputs()) {
        unreadable(gates, asked);
      }
      return;
    }
    checks.outputs(outputs);
  }

  private static void unreadable(GateSet gates, Asked asked) throws Refused {
    Decision decision = gates.fail().decision();
    asked.exchange().findings.add(Finding.of(Gate.OUTPUT, decision, "the answer is unreadable"));
    if (decision == Decision.REJECT) {
      throw new Refused(Refusal.UNREADABLE);
    }
  }
}
