package dev.countersign.benchmarks.fleet.log;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Writes events in the order of their time, in the form of docs/inference-log.md, to a file that
 * has its name only when it is whole.
 */
public final class LogWriter implements AutoCloseable {
  private static final int MOST_NUMBERS = 65_536;

  private final Path file;
  private final Path part;
  private final String model;
  private final RandomGenerator random;
  private final MessageDigest digest;
  private final OutputStream out;
  private final StringBuilder line = new StringBuilder();
  private long events;
  private long questions;

  /**
   * Begins a log.
   *
   * @param model the name that clients ask for
   * @param random for ids and durations
   * @throws IOException if the file cannot be written
   */
  public LogWriter(Path file, String model, RandomGenerator random) throws IOException {
    this.file = file;
    this.model = model;
    this.random = random;
    part = file.resolveSibling(file.getFileName() + ".part");
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
    out = new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(part), digest));
  }

  /** Writes events that all are later than those before, in whatever order they come. */
  public void write(List<Event> unordered) throws IOException {
    List<Event> ordered = unordered.stream().sorted(Comparator.comparingLong(Event::time)).toList();
    for (Event event : ordered) {
      line.setLength(0);
      append(event);
      out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
      events++;
      questions += event.questions();
    }
  }

  private void append(Event event) {
    line.append("{\"v\":1,\"time\":\"").append(Instant.ofEpochMilli(event.time()));
    line.append("\",\"id\":\"").append(HexFormat.of().toHexDigits(random.nextLong()));
    line.append("\",\"system\":\"fleet\",\"upstream\":\"scorer\",\"model\":\"").append(model);
    line.append("\",\"client\":\"").append(event.client());
    if (event.chat().isPresent()) {
      appendChat(event.chat().get());
    } else {
      appendInference(event);
    }
    line.append('}');
  }

  private void appendChat(Chat chat) {
    String text = chat.text();
    line.append("\",\"protocol\":\"openai\",\"operation\":\"chat\"");
    appendServed(300 + 5 * text.length() * random.nextDouble());
    line.append(",\"input\":{\"bytes\":").append(text.getBytes(StandardCharsets.UTF_8).length);
    line.append(",\"text\":");
    JsonText.append(line, text);
    line.append("},\"output\":{\"bytes\":").append(200 + random.nextInt(2000)).append('}');
    line.append(",\"gates\":[{\"gate\":\"prompt-gate\",\"decision\":\"").append(chat.decision());
    line.append("\",\"p\":");
    LogNumbers.decimals(line, chat.p(), 4);
    line.append("}]");
  }

  private void appendInference(Event event) {
    line.append("\",\"protocol\":\"oip-v2\",\"operation\":\"infer\"");
    appendServed((2 + 0.1 * event.rows().size()) * Math.exp(0.4 * random.nextGaussian()));
    int bytes = line.length();
    line.append(",\"rows\":").append(event.rows().size()).append(",\"features\":[");
    int logged = Math.min(event.rows().size(), MOST_NUMBERS / event.rows().getFirst().length);
    for (double[] row : event.rows().subList(0, logged)) {
      line.append('[');
      for (double value : row) {
        LogNumbers.significant(line, value);
        line.append(',');
      }
      line.setCharAt(line.length() - 1, ']');
      line.append(',');
    }
    line.setCharAt(line.length() - 1, ']');
    // About what the request would have: its envelope and its numbers.
    line.append(",\"input\":{\"bytes\":").append(60 + line.length() - bytes).append('}');
    appendResult(event.answers().subList(0, logged));
  }

  private void appendServed(double ms) {
    line.append(",\"status\":200,\"outcome\":\"served\",\"ms\":");
    LogNumbers.decimals(line, ms, 3);
  }

  /** Of two classes the score is the probability of the second. */
  private void appendResult(List<double[]> answers) {
    boolean score = answers.getFirst().length == 2;
    line.append(",\"result\":{").append(score ? "\"score\":[" : "\"probabilities\":[");
    for (double[] answer : answers) {
      for (int i = score ? 1 : 0; i < answer.length; i++) {
        LogNumbers.decimals(line, answer[i], 4);
        line.append(',');
      }
    }
    line.setCharAt(line.length() - 1, ']');
    line.append('}');
  }

  /** Completes the file. */
  @Override
  public void close() throws IOException {
    out.close();
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The digest of what was written and how much it is, on one line. */
  public String summary() throws IOException {
    return String.format(
        java.util.Locale.ROOT,
        "%s  %-44s %,9d events %,9d queries %6.1f MB",
        HexFormat.of().formatHex(digest.digest()),
        file.getFileName(),
        events,
        questions,
        Files.size(file) / 1e6);
  }
}
