package dev.countersign.inspect.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.engine.Budget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ZipArchiveTest {
  @Test
  void membersAreReadByTheirNames() throws Exception {
    ZipArchive archive = read(zipped("archive/data.pkl", "hello".getBytes(UTF_8)));

    assertThat(archive.members()).extracting(ZipMember::name).containsExactly("archive/data.pkl");
    assertThat(archive.folder()).isEqualTo("archive/");
    ZipMember member = archive.member("archive/data.pkl").orElseThrow();
    assertThat(archive.open(member).copy(0, 100)).asString(UTF_8).isEqualTo("hello");
    assertThat(archive.siblings().beside("archive/data.pkl", "data.pkl")).isPresent();
    assertThat(archive.siblings().beside("archive/data.pkl", "../../data.pkl")).isEmpty();
  }

  @Test
  void aLargeMemberIsExpandedAsItIsReadAlsoBackwards() throws Exception {
    byte[] content = new byte[40 << 20];
    new Random(7).nextBytes(content);
    ZipArchive archive = read(zipped("weights.bin", content));

    Bytes bytes = archive.open(archive.members().getFirst());

    for (int at : new int[] {0, 39 << 20, 36 << 20, 35 << 20, 1 << 20, content.length - 7}) {
      byte[] there = bytes.copy(at, 100_000);
      assertThat(Arrays.mismatch(there, Arrays.copyOfRange(content, at, at + there.length)))
          .isEqualTo(-1);
    }
    assertThat(bytes.length()).isEqualTo(content.length);
  }

  @Test
  void whatHasNoEndIsNoZip() {
    assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0, 0}))
        .isInstanceOf(Broken.class)
        .hasMessageContaining("no end of a central directory");
  }

  private static ZipArchive read(byte[] zip) throws Broken, IOException {
    return ZipArchive.read(Bytes.of(zip), new Budget());
  }

  private static byte[] zipped(String name, byte[] content) throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry(name));
      out.write(content);
    }
    return zip.toByteArray();
  }
}
