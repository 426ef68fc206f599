package dev.countersign.gateway.telemetry;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the headers of a request for OpenTelemetry. */
enum HeaderGetter implements TextMapGetter<Function<String, Optional<String>>> {
  INSTANCE;

  /** W3C's propagator asks for its two headers by name and never for all names. */
  @Override
  public Iterable<String> keys(Function<String, Optional<String>> headers) {
    return List.of();
  }

  @Override
  public @Nullable String get(@Nullable Function<String, Optional<String>> headers, String key) {
    return headers == null ? null : headers.apply(key).orElse(null);
  }
}
