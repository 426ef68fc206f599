package dev.countersign.inspect.fuzz;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Inspector;
import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a fuzzer calls with bytes of its own making: {@code benchmarks/fuzz} runs it under Jazzer.
 * What stands before the first line feed is the name, the rest is the artefact.
 */
public final class InspectFuzz {
  private static final Inspector INSPECTOR = Inspector.create();
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int LONGEST_NAME = 64;

  /** Of the processor, so that a busy machine gives no false alarm. */
  private static final long MOST_NANOSECONDS_A_MEBIBYTE = 1_000_000_000L;

  private static final long MEBIBYTE = 1 << 20;

  static {
    try {
      INSPECTOR.inspect(Artefact.of("warm.pkl", Bytes.of(new byte[] {'N', '.'})));
    } catch (IOException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private InspectFuzz() {}

  /**
   * One artefact.
   *
   * @throws AssertionError if a reader failed or took longer than a second for each MiB, with one
   *     second for free
   */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    long began = CPU.getCurrentThreadCpuTime();
    Inspected inspected = INSPECTOR.inspect(artefact(data));
    long took = CPU.getCurrentThreadCpuTime() - began;
    if (took > MOST_NANOSECONDS_A_MEBIBYTE * (1 + data.length / MEBIBYTE)) {
      throw new AssertionError("%,d bytes took %,d ms".formatted(data.length, took / 1_000_000));
    }
    inspected.findings().stream()
        .filter(finding -> finding.rule().id().equals("reader-failed"))
        .findFirst()
        .ifPresent(finding -> {
          throw new AssertionError(finding.subject() + " in " + finding.member());
        });
  }

  /** The artefact that these bytes stand for. */
  static Artefact artefact(byte[] data) {
    int end = 0;
    while (end < Math.min(data.length, LONGEST_NAME) && data[end] != '\n') {
      end++;
    }
    String name = new String(data, 0, end, StandardCharsets.ISO_8859_1);
    byte[] content = Arrays.copyOfRange(data, Math.min(end + 1, data.length), data.length);
    return Artefact.of(name, Bytes.of(content));
  }
}
