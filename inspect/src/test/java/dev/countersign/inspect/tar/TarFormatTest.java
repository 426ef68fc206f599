package dev.countersign.inspect.tar;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Evil;
import dev.countersign.inspect.Finding;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.compressed.CompressedFormat;
import dev.countersign.inspect.zip.ZipFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class TarFormatTest {
  private static final byte[] GOOD = "nothing".getBytes(US_ASCII);
  private static final String LONG = "folder/".repeat(20) + "data.pkl";

  @Test
  void aPlainTarHasNothingToTell() throws Exception {
    byte[] tar =
        new TarBuilder()
            .link("model/", '5', "")
            .file("model/a.json", GOOD)
            .link("model/b.json", '2', "a.json")
            .link("c.json", '1', "model/a.json")
            .build();

    assertThat(rules(tar)).isEmpty();
    assertThat(look(tar).formats()).containsExactly("tar");
  }

  @Test
  void membersAreLookedIntoByTheirLongNames() throws Exception {
    byte[] pax = new TarBuilder().pax("path=" + LONG).file("short", Evil.bytes()).build();
    byte[] gnu = new TarBuilder().longName(LONG).file("short", Evil.bytes()).build();

    assertThat(look(pax).findings()).extracting(Finding::member).containsExactly("!" + LONG);
    assertThat(look(gnu).findings()).extracting(Finding::member).containsExactly("!" + LONG);
  }

  @Test
  void namesAndLinksThatLeaveTheFolderAreTold() throws Exception {
    assertThat(rules(new TarBuilder().file("../x", GOOD).build())).containsExactly("tar-path");
    assertThat(rules(new TarBuilder().file("/etc/x", GOOD).build())).containsExactly("tar-path");
    assertThat(rules(new TarBuilder().link("a/b", '2', "../../x").build()))
        .containsExactly("tar-link");
    assertThat(rules(new TarBuilder().link("a/b", '1', "../x").build()))
        .containsExactly("tar-link");
    assertThat(rules(new TarBuilder().link("null", '3', "").build())).containsExactly("tar-device");
  }

  @Test
  void sizesThatDifferAreTold() throws Exception {
    byte[] tar = new TarBuilder().pax("size=1024").file("a", GOOD).content(GOOD).build();

    assertThat(rules(tar)).contains("tar-sizes-differ");
  }

  @Test
  void whatStandsBehindTheEndIsLookedInto() throws Exception {
    byte[] tar =
        new TarBuilder().file("a", GOOD).raw(new byte[1024]).file("b", Evil.bytes()).build();

    assertThat(rules(tar)).containsExactly("evil", "tar-behind-end");
  }

  @Test
  void aMemberThatIsCutOffIsLookedInto() throws Exception {
    byte[] tar = new TarBuilder().header("a", '0', "", 4096).content(Evil.bytes()).cut(1024);

    assertThat(rules(tar)).contains("evil", "tar-broken");
  }

  @Test
  void aZipInATarIsNoPolyglot() throws Exception {
    byte[] tar = new TarBuilder().file("inner.zip", zip()).build();

    assertThat(rules(tar)).isEmpty();
    assertThat(look(tar).formats()).containsExactly("tar", "zip");
  }

  @Test
  void layersOfAnImageMayHoldProgramsAndLinks() throws Exception {
    byte[] layer =
        new TarBuilder()
            .file("usr/lib/libc.so.6", "\u007fELF".getBytes(US_ASCII))
            .link("bin", '2', "/usr/bin")
            .file("opt/.wh.old", new byte[0])
            .file("opt/model.pkl", Evil.bytes())
            .build();
    byte[] image =
        new TarBuilder()
            .file("oci-layout", "{}".getBytes(US_ASCII))
            .file("blobs/sha256/" + "0".repeat(64), gzip(layer))
            .build();

    Inspected inspected = look(image);

    assertThat(Evil.rules(inspected)).containsExactly("evil");
    assertThat(inspected.formats()).startsWith("container-image").contains("container-layer");
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      out.putNextEntry(new ZipEntry("a"));
      out.write(GOOD);
    }
    return packed.toByteArray();
  }

  private static List<String> rules(byte[] tar) throws IOException {
    return Evil.rules(look(tar));
  }

  private static Inspected look(byte[] tar) throws IOException {
    return Evil.look(
        "model.tar",
        tar,
        new CompressedFormat(),
        new LayerFormat(),
        new TarFormat(),
        new ZipFormat());
  }
}
