package dev.countersign.gateway.telemetry;

import dev.countersign.gateway.log.InferenceEvent;
import dev.countersign.gateway.log.LogSink;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events of the inference log as log records: the body is the line's JSON as a map, so that nothing
 * of it is lost, and the name of the event says what the body is.
 */
final class OtlpLog implements LogSink {
  /** How many records wait for the collector. */
  static final int QUEUE = 8192;

  /** What they may hold together before they are sent: 8 MiB. */
  private static final long MOST_WAITING = 8L << 20;

  private static final String EVENT = "countersign.inference";
  private static final long FLUSH_SECONDS = 10;

  private final Logger logger;
  private final Supplier<CompletableResultCode> flush;
  private int waiting;
  private long waitingBytes;

  OtlpLog(Logger logger, Supplier<CompletableResultCode> flush) {
    this.logger = logger;
    this.flush = flush;
  }

  @Override
  public void write(InferenceEvent event, ObjectNode line) {
    // The SDK's queue drops without a word; ours counts. So it never is full.
    waitingBytes += event.keptBytes();
    if (++waiting >= QUEUE / 2 || waitingBytes > MOST_WAITING) {
      flush.get().join(FLUSH_SECONDS, TimeUnit.SECONDS);
      waiting = 0;
      waitingBytes = event.keptBytes();
    }
    logger
        .logRecordBuilder()
        .setEventName(EVENT)
        .setTimestamp(event.at())
        .setSeverity(Severity.INFO)
        .setContext(event.trace().map(OtlpLog::context).orElse(Context.root()))
        .setBody(value(line))
        .emit();
  }

  private static Context context(Trace.Ids ids) {
    return Context.root()
        .with(
            Span.wrap(
                SpanContext.create(
                    ids.trace(), ids.span(), TraceFlags.getSampled(), TraceState.getDefault())));
  }

  private static Value<?> value(JsonNode json) {
    if (json.isObject()) {
      Map<String, Value<?>> members = new LinkedHashMap<>();
      json.properties().forEach(member -> members.put(member.getKey(), value(member.getValue())));
      return Value.of(members);
    }
    if (json.isArray()) {
      List<Value<?>> items = new ArrayList<>();
      json.forEach(item -> items.add(value(item)));
      return Value.of(items);
    }
    if (json.isIntegralNumber()) {
      return Value.of(json.longValue());
    }
    if (json.isNumber()) {
      return Value.of(json.doubleValue());
    }
    if (json.isNull()) {
      return Value.empty();
    }
    return json.isBoolean() ? Value.of(json.booleanValue()) : Value.of(json.asString());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
