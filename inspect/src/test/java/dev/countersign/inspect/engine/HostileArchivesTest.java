package dev.countersign.inspect.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.countersign.inspect.Evil;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.closed.ClosedFormat;
import dev.countersign.inspect.compressed.CompressedFormat;
import dev.countersign.inspect.executable.ExecutableFormat;
import dev.countersign.inspect.sevenzip.SevenZipFormat;
import dev.countersign.inspect.tar.LayerFormat;
import dev.countersign.inspect.tar.TarFormat;
import dev.countersign.inspect.zip.ZipFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Archives that are broken at random: each is read to some end, quickly, and no reader fails. */
class HostileArchivesTest {
  private static final int ROUNDS = 300;
  private static final Format[] FORMATS = {
    new ClosedFormat(),
    new CompressedFormat(),
    new ExecutableFormat(),
    new LayerFormat(),
    new SevenZipFormat(),
    new TarFormat(),
    new ZipFormat()
  };

  @Test
  void brokenArchivesAreReadToSomeEnd() throws Exception {
    byte[] zip = zip();
    byte[] tar = tar();
    Map<String, byte[]> archives =
        Map.of(
            "a.zip", zip,
            "a.tar", tar,
            "a.7z", sevenZip(),
            "a.zip.gz", packed(GZIPOutputStream::new, zip),
            "a.tar.bz2", packed(BZip2CompressorOutputStream::new, tar),
            "a.tar.xz", packed(out -> new XZOutputStream(out, new LZMA2Options(0)), tar),
            "a.tar.lz4", packed(FramedLZ4CompressorOutputStream::new, tar));
    assertTimeoutPreemptively(
        Duration.ofSeconds(100),
        () -> {
          for (Map.Entry<String, byte[]> archive : archives.entrySet()) {
            assertThat(Evil.rules(Evil.look(archive.getKey(), archive.getValue(), FORMATS)))
                .as(archive.getKey())
                .containsExactly("evil");
            broken(archive.getKey(), archive.getValue());
          }
        });
  }

  private static void broken(String name, byte[] archive) throws IOException {
    Random random = new Random(archive.length);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] broken = Mutation.of(archive, random);
      assertThat(Evil.rules(Evil.look(name, broken, FORMATS)))
          .as("round %d of %s", round, name)
          .doesNotContain("reader-failed");
    }
  }

  /** Changes, cuts, doubles or moves a few bytes. */
  private static final class Mutation {
    private static final int[] EDGES = {0, 1, 0x7F, 0x80, 0xFF};

    static byte[] of(byte[] good, Random random) {
      byte[] bytes = good.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        bytes = one(bytes, random);
      }
      return bytes;
    }

    private static byte[] one(byte[] bytes, Random random) {
      int at = random.nextInt(bytes.length);
      int count = Math.min(1 + random.nextInt(8), bytes.length - at);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> java.util.Arrays.fill(bytes, at, at + count, (byte) EDGES[random.nextInt(5)]);
        case 2 ->
            System.arraycopy(bytes, random.nextInt(bytes.length - count + 1), bytes, at, count);
        case 3 -> {
          return java.util.Arrays.copyOf(bytes, Math.max(1, at));
        }
        default -> {
          byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + count);
          System.arraycopy(bytes, at, longer, at + count, bytes.length - at);
          return longer;
        }
      }
      return bytes;
    }
  }

  /** What compresses. */
  private interface Packing {
    OutputStream to(OutputStream out) throws IOException;
  }

  private static byte[] packed(Packing packing, byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = packing.to(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      for (String name : List.of("model/a.json", "model/b.bin")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.endsWith("n") ? Evil.bytes() : name.getBytes(StandardCharsets.UTF_8));
      }
      out.setComment("a comment");
    }
    return packed.toByteArray();
  }

  private static byte[] tar() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(packed, 512, "UTF-8")) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (String name : List.of("model/" + "x".repeat(120) + ".bin", "inner.zip")) {
        byte[] content = name.endsWith("n") ? Evil.bytes() : zip();
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
      }
    }
    return packed.toByteArray();
  }

  private static byte[] sevenZip() throws IOException {
    try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        SevenZOutputFile out = new SevenZOutputFile(channel)) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName("model.bin");
      out.putArchiveEntry(entry);
      out.write(Evil.bytes());
      out.closeArchiveEntry();
      out.finish();
      return java.util.Arrays.copyOf(channel.array(), (int) channel.size());
    }
  }
}
