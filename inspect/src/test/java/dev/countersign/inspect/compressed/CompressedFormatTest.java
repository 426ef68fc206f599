package dev.countersign.inspect.compressed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Evil;
import dev.countersign.inspect.Finding;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.snappy.FramedSnappyCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

class CompressedFormatTest {
  /** What compresses. */
  private interface Packing {
    OutputStream to(OutputStream out) throws IOException;
  }

  @Test
  void whatIsInEachKindIsLookedInto() throws Exception {
    assertThat(kind(GZIPOutputStream::new)).isEqualTo("gzip");
    assertThat(kind(DeflaterOutputStream::new)).isEqualTo("zlib");
    assertThat(kind(BZip2CompressorOutputStream::new)).isEqualTo("bzip2");
    assertThat(kind(out -> new XZOutputStream(out, new LZMA2Options(0)))).isEqualTo("xz");
    assertThat(kind(out -> new LZMAOutputStream(out, new LZMA2Options(0), -1))).isEqualTo("lzma");
    assertThat(kind(ZstdOutputStream::new)).isEqualTo("zstd");
    assertThat(kind(FramedLZ4CompressorOutputStream::new)).isEqualTo("lz4");
    assertThat(kind(FramedSnappyCompressorOutputStream::new)).isEqualTo("snappy");
  }

  @Test
  void theEndingOfTheCompressionIsTakenOff() throws Exception {
    assertThat(member("model.pkl.gz")).isEqualTo("!model.pkl");
    assertThat(member("model.tgz")).isEqualTo("!model.tar");
    assertThat(member("model.joblib")).isEqualTo("!model.joblib");
  }

  @Test
  void framesThatAreSkippedMayStandFirst() throws Exception {
    byte[] skipped = HexFormat.of().parseHex("502a4d1803000000aabbcc");
    byte[] packed = joined(skipped, packed(ZstdOutputStream::new, Evil.bytes()));

    assertThat(look("a.zst", packed).verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void severalMembersAreOneContent() throws Exception {
    byte[] both =
        joined(
            packed(
                GZIPOutputStream::new, "EV".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
            packed(
                GZIPOutputStream::new, "IL".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));

    assertThat(look("a.gz", both).verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void whatCameOutBeforeABreakIsLookedInto() throws Exception {
    byte[] content = Arrays.copyOf(Evil.bytes(), 100_000);
    new java.util.Random(1).nextBytes(content);
    System.arraycopy(Evil.bytes(), 0, content, 0, Evil.bytes().length);
    byte[] packed = packed(GZIPOutputStream::new, content);

    Inspected cut = look("a.gz", Arrays.copyOf(packed, packed.length / 2));

    assertThat(Evil.rules(cut)).containsExactly("evil", "compressed-broken");
  }

  @Test
  void aBombIsNamedBeforeItIsExpanded() throws Exception {
    byte[] packed = packed(ZstdOutputStream::new, new byte[0], 400L << 20);

    assertThat(packed.length).isLessThan(100_000);
    assertThat(Evil.rules(look("a.zst", packed))).containsExactly("bomb");
  }

  private static String kind(Packing packing) throws IOException {
    Inspected inspected = look("model.joblib", packed(packing, Evil.bytes()));
    assertThat(Evil.rules(inspected)).containsExactly("evil");
    return inspected.formats().getFirst();
  }

  private static String member(String name) throws IOException {
    Inspected inspected = look(name, packed(GZIPOutputStream::new, Evil.bytes()));
    return inspected.findings().stream().map(Finding::member).findFirst().orElseThrow();
  }

  private static Inspected look(String name, byte[] bytes) throws IOException {
    return Evil.look(name, bytes, new CompressedFormat());
  }

  private static byte[] packed(Packing packing, byte[] content) throws IOException {
    return packed(packing, content, 0);
  }

  private static byte[] packed(Packing packing, byte[] content, long zeros) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = packing.to(packed)) {
      out.write(content);
      byte[] step = new byte[1 << 20];
      for (long done = 0; done < zeros; done += step.length) {
        out.write(step);
      }
    }
    return packed.toByteArray();
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
