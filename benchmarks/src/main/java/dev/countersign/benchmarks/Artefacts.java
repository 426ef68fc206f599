package dev.countersign.benchmarks;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Artefacts on which the speed of an inspection is measured: many small ones, and large ones. */
public final class Artefacts {
  private static final int FILES = 10_000;
  private static final int FILES_A_FOLDER = 500;
  private static final long LARGE = 2L << 30;
  private static final int CHUNK = 1 << 20;

  private Artefacts() {}

  /** {@code make DIR} writes them, once. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    if (!arguments[0].equals("make")) {
      throw new IllegalArgumentException(arguments[0]);
    }
    if (!Files.exists(folder.resolve("large/model.safetensors"))) {
      Random random = new Random(1);
      for (int i = 0; i < FILES; i++) {
        Path file = folder.resolve("small/" + i / FILES_A_FOLDER + "/" + i + ".pkl");
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, pickle(random));
      }
      Files.createDirectories(folder.resolve("large"));
      zip(folder.resolve("large/model.pt"));
      safetensors(folder.resolve("large/model.safetensors"));
    }
  }

  /** As protocol 2 writes an ordered dictionary of names and numbers: 0.2 to 2 kB. */
  private static byte[] pickle(Random random) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(ascii("\u0080\u0002ccollections\nOrderedDict\nq\0)Rq\u0001("));
    int entries = 10 + random.nextInt(90);
    for (int i = 0; i < entries; i++) {
      bytes.write(ascii("U\u0008"));
      bytes.write(ascii("%08d".formatted(random.nextInt(100_000_000))));
      bytes.write('G');
      bytes.write(ByteBuffer.allocate(Double.BYTES).putDouble(random.nextDouble()).array());
    }
    bytes.write(ascii("u."));
    return bytes.toByteArray();
  }

  /** As PyTorch writes a state: a pickle, and storages that are not compressed. */
  private static void zip(Path file) throws IOException {
    byte[] weights = chunk();
    CRC32 crc = new CRC32();
    for (long done = 0; done < LARGE; done += CHUNK) {
      crc.update(weights);
    }
    try (ZipOutputStream zip = new ZipOutputStream(out(file))) {
      zip.setMethod(ZipOutputStream.STORED);
      byte[] state = pickle(new Random(2));
      CRC32 small = new CRC32();
      small.update(state);
      zip.putNextEntry(stored("model/data.pkl", state.length, small.getValue()));
      zip.write(state);
      zip.putNextEntry(stored("model/data/0", LARGE, crc.getValue()));
      write(zip, weights);
      small.reset();
      small.update('3');
      small.update('\n');
      zip.putNextEntry(stored("model/version", 2, small.getValue()));
      zip.write(ascii("3\n"));
    }
  }

  private static ZipEntry stored(String name, long size, long crc) {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(crc);
    return entry;
  }

  private static void safetensors(Path file) throws IOException {
    byte[] header =
        ascii(
            "{\"weight\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[0,%d]}}  "
                .formatted(LARGE / Float.BYTES, LARGE));
    try (OutputStream out = out(file)) {
      out.write(
          ByteBuffer.allocate(Long.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(header.length)
              .array());
      out.write(header);
      write(out, chunk());
    }
  }

  private static void write(OutputStream out, byte[] chunk) throws IOException {
    for (long done = 0; done < LARGE; done += chunk.length) {
      out.write(chunk);
    }
  }

  private static byte[] chunk() {
    byte[] chunk = new byte[CHUNK];
    new Random(3).nextBytes(chunk);
    return chunk;
  }

  private static OutputStream out(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), CHUNK);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
