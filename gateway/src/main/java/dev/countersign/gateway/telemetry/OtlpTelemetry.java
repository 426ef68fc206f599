package dev.countersign.gateway.telemetry;

import dev.countersign.gateway.config.TelemetryConfig;
import dev.countersign.gateway.config.Unusable;
import dev.countersign.gateway.log.LogSink;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporterBuilder;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tells a collector by OTLP over HTTP, with OpenTelemetry's own SDK. */
public final class OtlpTelemetry implements Telemetry {
  private static final String SCOPE = "dev.countersign.gateway";
  private static final long CLOSE_SECONDS = 5;

  private final SdkTracerProvider traces;
  private final SdkLoggerProvider logs;
  private final Tracer tracer;
  private final CountedExport counted;

  private OtlpTelemetry(TelemetryConfig config, Collector collector, Resource resource) {
    OtlpHttpSpanExporterBuilder spans =
        OtlpHttpSpanExporter.builder().setEndpoint(collector.path("/v1/traces"));
    OtlpHttpLogRecordExporterBuilder records =
        OtlpHttpLogRecordExporter.builder().setEndpoint(collector.path("/v1/logs"));
    collector.headers().forEach(spans::addHeader);
    collector.headers().forEach(records::addHeader);
    collector.authorities().ifPresent(spans::setTrustedCertificates);
    collector.authorities().ifPresent(records::setTrustedCertificates);
    this.counted = new CountedExport(records.build());
    this.traces =
        SdkTracerProvider.builder()
            .setResource(resource)
            // What a client says of sampling decides nothing: it would decide about our load.
            .setSampler(Sampler.traceIdRatioBased(config.traces()))
            .addSpanProcessor(BatchSpanProcessor.builder(spans.build()).build())
            .build();
    this.logs =
        SdkLoggerProvider.builder()
            .setResource(resource)
            .addLogRecordProcessor(
                BatchLogRecordProcessor.builder(counted).setMaxQueueSize(OtlpLog.QUEUE).build())
            .build();
    this.tracer = traces.get(SCOPE);
  }

  /**
   * Makes ready to tell a collector. Whether it is there is found out by the first records.
   *
   * @param system that the records name
   * @param notes is told, now and then, that the collector does not take them
   * @throws Unusable if a file that the configuration names cannot be used
   */
  public static OtlpTelemetry open(TelemetryConfig config, String system, Consumer<String> notes)
      throws Unusable {
    Collector collector = Collector.of(config);
    ExportNotes.to(notes);
    return new OtlpTelemetry(config, collector, resource(system));
  }

  private static Resource resource(String system) {
    AttributesBuilder named =
        Attributes.builder()
            .put("service.name", "countersign-gateway")
            .put("service.instance.id", UUID.randomUUID().toString());
    if (!system.isEmpty()) {
      named.put("countersign.system", system);
    }
    return Resource.getDefault().merge(Resource.create(named.build()));
  }

  @Override
  public Trace begin(Function<String, Optional<String>> headers, String name) {
    Context parent =
        W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), headers, HeaderGetter.INSTANCE);
    return new OtlpTrace(
        tracer,
        tracer.spanBuilder(name).setParent(parent).setSpanKind(SpanKind.SERVER).startSpan());
  }

  @Override
  public LogSink log() {
    return new OtlpLog(logs.get(SCOPE), logs::forceFlush);
  }

  @Override
  public long failed() {
    return counted.failed();
  }

  @Override
  public void close() {
    traces.shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
    logs.shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}
