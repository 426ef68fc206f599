package dev.countersign.runner.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.runner.source.LogSource.Took;
import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files are read as they are, and followed as they grow. */
@Timeout(30)
class FilesSourceTest {
  @TempDir Path folder;
  private final List<String> reported = new ArrayList<>();

  private FilesSource source(boolean follow, String... names) {
    return new FilesSource(
        List.of(names).stream().map(folder::resolve).toList(), follow, reported::add);
  }

  private static List<String> lines(Block block) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < block.count(); i++) {
      lines.add(
          new String(
              block.bytes(), block.from(i), block.to(i) - block.from(i), StandardCharsets.UTF_8));
    }
    return lines;
  }

  private static List<String> all(LogSource source) throws IOException {
    List<String> lines = new ArrayList<>();
    Block block = new Block();
    while (source.next(block) != Took.ENDED) {
      lines.addAll(lines(block));
    }
    return lines;
  }

  /** What comes until nothing new does. */
  private static List<String> now(LogSource source) throws IOException {
    List<String> lines = new ArrayList<>();
    Block block = new Block();
    while (source.next(block) == Took.READ) {
      lines.addAll(lines(block));
    }
    return lines;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(
        folder.resolve(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void linesEndWithLineFeedsOrTheFile() throws IOException {
    write("log.jsonl", "a\r\n\n\nb\nc");
    try (FilesSource source = source(false, "log.jsonl")) {
      assertThat(all(source)).containsExactly("a", "b", "c");
    }
  }

  @Test
  void compressedFilesAreTold() throws IOException {
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a")))) {
      gzip.write("a\nb\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    }
    try (OutputStream zstd = new ZstdOutputStream(Files.newOutputStream(folder.resolve("b")))) {
      zstd.write("c\nd\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    }
    try (FilesSource source = source(false, "a", "b")) {
      assertThat(all(source)).hasSize(400_000).startsWith("a", "b", "a").endsWith("c", "d");
    }
    assertThat(reported).isEmpty();
  }

  @Test
  void aCompressedFileThatIsCutIsReadAsFarAsItGoes() throws IOException {
    Path file = folder.resolve("log.jsonl.gz");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 200_000; i++) {
        gzip.write((i * 31L + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    write("next.jsonl", "next\n");
    try (FilesSource source = source(false, "log.jsonl.gz", "next.jsonl")) {
      assertThat(all(source)).hasSizeGreaterThan(50_000).contains("0", "31", "next");
      assertThat(source.unreadable()).isEqualTo(1);
    }
    assertThat(reported).hasSize(1).first().asString().contains("cannot be read to its end");
  }

  @Test
  void aFileIsFollowedThroughItsRotation() throws IOException {
    Path log = write("log.jsonl", "1\n2");
    try (FilesSource source = source(true, "log.jsonl")) {
      assertThat(now(source)).containsExactly("1");
      write("log.jsonl", "2\n3\n");
      assertThat(now(source)).containsExactly("22", "3");
      write("log.jsonl", "4\n");
      Files.move(log, folder.resolve("log.jsonl.2"));
      write("log.jsonl.1", "5\n");
      write("log.jsonl", "6\n");
      assertThat(now(source)).containsExactly("4", "5", "6");
      assertThat(now(source)).isEmpty();
      write("log.jsonl", "7\n");
      assertThat(now(source)).containsExactly("7");
    }
    assertThat(reported).isEmpty();
  }

  @Test
  void aPartThatIsGoneBeforeItWasReadIsTold() throws IOException {
    Path log = write("log.jsonl", "1\n");
    try (FilesSource source = source(true, "log.jsonl")) {
      assertThat(now(source)).containsExactly("1");
      Files.delete(log);
      write("log.jsonl.1", "8\n");
      write("log.jsonl", "9\n");
      assertThat(now(source)).containsExactly("8", "9");
    }
    assertThat(reported).hasSize(1).first().asString().contains("lines may be missing");
  }

  @Test
  void aFolderIsFollowedThoughItVanishesAndComesBack() throws IOException {
    Files.createDirectories(folder.resolve("logs"));
    write("logs/a.jsonl", "1\n");
    try (FilesSource source = source(true, "logs")) {
      assertThat(now(source)).containsExactly("1");
      write("logs/b.jsonl", "2\n");
      assertThat(now(source)).containsExactly("2");
      Files.delete(folder.resolve("logs/a.jsonl"));
      Files.delete(folder.resolve("logs/b.jsonl"));
      Files.delete(folder.resolve("logs"));
      assertThat(now(source)).isEmpty();
      Files.createDirectories(folder.resolve("logs"));
      write("logs/c.jsonl", "3\n");
      assertThat(now(source)).containsExactly("3");
    }
  }

  private static Path made(String name) {
    return Path.of("src/test/resources/dev/countersign/runner/source").resolve(name);
  }

  @Test
  void rowsOfParquetAreLinesOfJson() throws IOException {
    Files.copy(made("kinds.parquet"), folder.resolve("told-by-content"));
    try (FilesSource source = source(false, "told-by-content")) {
      assertThat(all(source))
          .containsExactly(
              "{\"v\":1,\"utc\":\"2023-11-14T22:13:20Z\",\"local\":\"2023-11-14T22:13:20Z\",\"day\":\"2023-11-14\","
                  + "\"price\":12.5,\"half\":0.5,\"truth\":true,\"text\":\"a\\n\\\"ü\",\"bytes\":\"text\","
                  + "\"list\":[1,null,3],\"map\":{\"k\":1.5},\"struct\":{\"a\":{\"b\":7}}}",
              "{\"v\":1,\"local\":\"2023-11-14T22:13:20Z\",\"day\":\"2023-11-14\","
                  + "\"half\":null,\"truth\":false,\"text\":\"\",\"bytes\":\"/wA=\","
                  + "\"list\":[],\"map\":{}}");
    }
    assertThat(reported).isEmpty();
  }

  @Test
  void aFolderIsFollowedIntoParquetThatIsStillBeingWritten() throws IOException {
    byte[] whole = Files.readAllBytes(made("kinds.parquet"));
    Files.createDirectories(folder.resolve("table"));
    Path part = folder.resolve("table/part-0.parquet");
    Files.write(part, Arrays.copyOf(whole, whole.length / 2));
    try (FilesSource source = source(true, "table")) {
      assertThat(now(source)).isEmpty();
      Files.write(part, whole);
      assertThat(now(source)).hasSize(2);
      assertThat(now(source)).isEmpty();
    }
    assertThat(reported).isEmpty();
  }

  @Test
  void linesOfOpenTelemetrysCollectorHoldManyRecords() {
    byte[] line =
        """
        {"resourceLogs":[{"scopeLogs":[{"logRecords":[
        {"body":{"kvlistValue":{"values":[{"key":"v","value":{"intValue":"1"}},
         {"key":"features","value":{"arrayValue":{"values":[{"arrayValue":{"values":[{"doubleValue":1.5},{}]}}]}}}]}}},
        {"timeUnixNano":"5","attributes":[{"key":"a","value":{"stringValue":"x"}}],"body":{"stringValue":"text"}}]}]}]}\
        """
            .getBytes(StandardCharsets.UTF_8);
    assertThat(OtlpLines.isOne(line, 0, line.length)).isTrue();
    assertThat(OtlpLines.records(line, 0, line.length))
        .extracting(record -> new String(record, StandardCharsets.UTF_8))
        .containsExactly(
            "{\"v\":1,\"features\":[[1.5,null]]}",
            "{\"a\":\"x\",\"body\":\"text\",\"time_unix_nano\":\"5\"}");
  }

  @Test
  void spansBecomeLinesToo() {
    byte[] line =
        """
        {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},
         "scopeSpans":[{"spans":[{"name":"chat","traceId":"t","spanId":"s","startTimeUnixNano":"1","endTimeUnixNano":"2",
          "attributes":[{"key":"gen_ai.usage.input_tokens","value":{"intValue":"7"}}]}]}]}]}\
        """
            .getBytes(StandardCharsets.UTF_8);
    assertThat(OtlpLines.records(line, 0, line.length))
        .extracting(record -> new String(record, StandardCharsets.UTF_8))
        .containsExactly(
            "{\"name\":\"chat\",\"trace_id\":\"t\",\"span_id\":\"s\",\"start_unix_nano\":\"1\",\"end_unix_nano\":\"2\","
                + "\"attributes\":{\"gen_ai.usage.input_tokens\":7},\"resource\":{\"service.name\":\"shop\"}}");
  }
}
