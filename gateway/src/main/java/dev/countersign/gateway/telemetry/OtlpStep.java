package dev.countersign.gateway.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A span within that of the request. */
record OtlpStep(Span span) implements Trace.Step {
  @Override
  public void say(String key, String value) {
    span.setAttribute(key, value);
  }

  @Override
  public List<Map.Entry<String, String>> headers() {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    W3CTraceContextPropagator.getInstance()
        .inject(
            Context.root().with(span), headers, (to, key, value) -> to.add(Map.entry(key, value)));
    return headers;
  }

  @Override
  public void close() {
    span.end();
  }
}
