package dev.countersign.gateway.telemetry;

import dev.countersign.gateway.log.InferenceEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;

/**
 * A span of kind server. Attributes are named by OpenTelemetry's semantic conventions for HTTP and
 * generative AI where those have a name, else {@code countersign.…}.
 */
final class OtlpTrace implements Trace {
  /** Parts of one request that have a span; a long stream asks its gates thousands of times. */
  private static final int MOST_STEPS = 32;

  private static final int FAULT = 500;

  private final Tracer tracer;
  private final Span span;
  private final Context context;
  private int steps;

  OtlpTrace(Tracer tracer, Span span) {
    this.tracer = tracer;
    this.span = span;
    this.context = Context.root().with(span);
  }

  @Override
  public Step step(String name) {
    if (steps++ >= MOST_STEPS || !span.isRecording()) {
      return Step.NONE;
    }
    return new OtlpStep(tracer.spanBuilder(name).setParent(context).startSpan());
  }

  @Override
  public Optional<Ids> ids() {
    return span.isRecording()
        ? Optional.of(
            new Ids(span.getSpanContext().getTraceId(), span.getSpanContext().getSpanId()))
        : Optional.empty();
  }

  @Override
  public void end(InferenceEvent event) {
    span.setAttribute("http.response.status_code", event.status());
    span.setAttribute("countersign.request.id", event.id());
    span.setAttribute("countersign.outcome", event.outcome());
    span.setAttribute("countersign.upstream", event.upstream());
    span.setAttribute("gen_ai.operation.name", event.operation());
    span.setAttribute("gen_ai.request.model", event.model());
    event
        .tokens()
        .input()
        .ifPresent(count -> span.setAttribute("gen_ai.usage.input_tokens", count));
    event
        .tokens()
        .output()
        .ifPresent(count -> span.setAttribute("gen_ai.usage.output_tokens", count));
    if (event.status() >= FAULT) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }
}
