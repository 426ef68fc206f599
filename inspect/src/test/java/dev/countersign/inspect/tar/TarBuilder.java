package dev.countersign.inspect.tar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/** Builds tars block by block, also those that no program writes. */
final class TarBuilder {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  TarBuilder file(String name, byte[] content) {
    return header(name, '0', "", content.length).content(content);
  }

  TarBuilder link(String name, char type, String target) {
    return header(name, type, target, 0);
  }

  /** Records of pax for the next member, each {@code key=value}. */
  TarBuilder pax(String... records) {
    StringBuilder text = new StringBuilder();
    for (String record : records) {
      int length = record.length() + 2;
      int digits = Integer.toString(length + 2).length();
      text.append(length + digits).append(' ').append(record).append('\n');
    }
    byte[] content = text.toString().getBytes(UTF_8);
    return header("PaxHeaders/x", 'x', "", content.length).content(content);
  }

  /** A name of GNU's for the next member. */
  TarBuilder longName(String name) {
    byte[] content = (name + "\0").getBytes(UTF_8);
    return header("././@LongLink", 'L', "", content.length).content(content);
  }

  TarBuilder header(String name, char type, String link, long size) {
    byte[] block = new byte[512];
    put(block, 0, name);
    put(block, 100, "0000644");
    put(block, 124, "%011o".formatted(size));
    put(block, 136, "00000000000");
    block[156] = (byte) type;
    put(block, 157, link);
    put(block, 257, "ustar\00000");
    Arrays.fill(block, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte one : block) {
      sum += one & 0xFF;
    }
    put(block, 148, "%06o\0 ".formatted(sum).toLowerCase(Locale.ROOT));
    out.writeBytes(block);
    return this;
  }

  TarBuilder content(byte[] content) {
    out.writeBytes(content);
    out.writeBytes(new byte[(512 - content.length % 512) % 512]);
    return this;
  }

  TarBuilder raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** With its two blocks of zeros. */
  byte[] build() {
    raw(new byte[1024]);
    return out.toByteArray();
  }

  /** Without an end. */
  byte[] cut(int length) {
    return Arrays.copyOf(out.toByteArray(), length);
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }
}
