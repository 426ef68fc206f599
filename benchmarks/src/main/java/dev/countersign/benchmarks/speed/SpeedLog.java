package dev.countersign.benchmarks.speed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Writes an inference log as the gateway writes it with {@code features: values}: benign clients,
 * each of whom asks around a place of its own, one row a request.
 */
final class SpeedLog {
  private static final long BEGIN = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private static final long SEED = 20261127;

  private final int width;
  private final int clients;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final StringBuilder line = new StringBuilder(4096);

  private SpeedLog(int width, int clients) {
    this.width = width;
    this.clients = clients;
  }

  /**
   * Writes a log.
   *
   * @param events how many
   * @param width how many features a row has
   * @param clients of whom each event takes one at random
   */
  static void write(Path file, int events, int width, int clients) throws IOException {
    SpeedLog log = new SpeedLog(width, clients);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (int i = 0; i < events; i++) {
        out.write(log.line(i).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }

  private String line(int i) {
    int client = random.nextInt(clients);
    double score = random.nextDouble();
    line.setLength(0);
    line.append("{\"v\":1,\"time\":\"").append(Instant.ofEpochMilli(BEGIN + i * 7L + 1));
    line.append("\",\"id\":\"").append(hexadecimal(i * 0x9E3779B97F4A7C15L));
    line.append(
        "\",\"system\":\"card-fraud\",\"upstream\":\"scorer\",\"model\":\"fraud\",\"client\":\"");
    line.append(hexadecimal(client * 0xC2B2AE3D27D4EB4FL)).append(hexadecimal(~client));
    line.append("\",\"protocol\":\"oip-v2\",\"operation\":\"infer\",\"status\":200,");
    line.append("\"outcome\":\"served\",\"ms\":")
        .append(decimals(5 + 20 * random.nextDouble(), 1000));
    line.append(",\"input\":{\"bytes\":").append(60 + width * 8);
    line.append("},\"output\":{\"bytes\":77},\"rows\":1,\"features\":[[");
    SplittableRandom own = new SplittableRandom(client);
    for (int feature = 0; feature < width; feature++) {
      line.append(feature == 0 ? "" : ",");
      line.append(decimals(own.nextGaussian() + random.nextGaussian(), 100_000));
    }
    line.append("]],\"result\":{\"score\":[").append(decimals(score * score, 10_000));
    line.append("]},\"gates\":[{\"gate\":\"input-gate\",\"decision\":\"accept\",\"p\":");
    return line.append(decimals(random.nextDouble(), 10_000)).append("}]}\n").toString();
  }

  private static String hexadecimal(long number) {
    return "%016x".formatted(number);
  }

  private static double decimals(double number, int scale) {
    return Math.rint(number * scale) / scale;
  }
}
