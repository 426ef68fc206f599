package dev.countersign.gateway.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.Collection;
import java.util.concurrent.atomic.LongAdder;

/** Counts the records that a collector did not take. */
final class CountedExport implements LogRecordExporter {
  private final LogRecordExporter exporter;
  private final LongAdder failed = new LongAdder();

  CountedExport(LogRecordExporter exporter) {
    this.exporter = exporter;
  }

  @Override
  public CompletableResultCode export(Collection<LogRecordData> records) {
    int count = records.size();
    CompletableResultCode sent = exporter.export(records);
    return sent.whenComplete(() -> {
      if (!sent.isSuccess()) {
        failed.add(count);
      }
    });
  }

  long failed() {
    return failed.sum();
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
