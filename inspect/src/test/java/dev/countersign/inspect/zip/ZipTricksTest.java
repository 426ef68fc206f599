package dev.countersign.inspect.zip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Finding;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.engine.Engine;
import dev.countersign.inspect.policy.ArtefactPolicy;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ZipTricksTest {
  private static final byte[] GOOD = "{\"answer\": 42}".getBytes(US_ASCII);
  private static final byte[] EVIL = "EVIL system('id')".getBytes(US_ASCII);
  private static final Consumer<ZipBuilder.Header> NOTHING = _ -> {};

  @Test
  void aPlainArchiveHasNothingToTell() throws Exception {
    byte[] zip =
        new ZipBuilder()
            .stored("model/config.json", GOOD)
            .deflated("model/größe.json", GOOD)
            .comment("made by hand".getBytes(US_ASCII))
            .build();

    assertThat(rules(zip)).isEmpty();
    assertThat(look(zip).formats()).containsExactly("zip");
  }

  @Test
  void headersThatDifferAreToldWithBothReadings() throws Exception {
    byte[] zip =
        new ZipBuilder().member("a.json", GOOD, 0, NOTHING, local -> local.method = 8).build();

    assertThat(look(zip).findings())
        .extracting(Finding::subject)
        .contains("a.json: the central directory says method 0, the local header 8");
  }

  @Test
  void namesThatDifferAreTold() throws Exception {
    byte[] zip =
        new ZipBuilder()
            .member("data.pkl", GOOD, 0, NOTHING, local -> local.name = "data.txt".getBytes(UTF_8))
            .build();

    assertThat(rules(zip)).containsExactly("zip-headers-differ");
  }

  @Test
  void whatOnlyTheLocalHeaderLeadsToIsLookedIntoAlso() throws Exception {
    byte[] packed = ZipBuilder.deflate(EVIL);
    byte[] zip =
        new ZipBuilder()
            .member(
                "a.bin",
                packed,
                0,
                NOTHING,
                local -> {
                  local.method = 8;
                  local.size = EVIL.length;
                })
            .build();

    assertThat(rules(zip)).contains("zip-headers-differ", "evil");
  }

  @Test
  void sizesMayStandBehindTheContent() throws Exception {
    Consumer<ZipBuilder.Header> after = header -> header.flags |= 8;
    byte[] zip =
        new ZipBuilder()
            .member(
                "a.json",
                GOOD,
                8,
                after,
                after.andThen(header -> header.crc = header.compressed = header.size = 0))
            .raw(descriptor(GOOD))
            .stored("b.json", GOOD)
            .build();

    assertThat(rules(zip)).isEmpty();
  }

  @Test
  void everyMemberOfOneNameIsLookedInto() throws Exception {
    byte[] zip = new ZipBuilder().stored("data.pkl", EVIL).stored("data.pkl", GOOD).build();

    assertThat(rules(zip)).contains("zip-duplicate", "evil");
  }

  @Test
  void membersOutsideOfTheDirectoryAreFoundWhereverTheyStand() throws Exception {
    assertThat(rules(new ZipBuilder().hidden("x.pkl", EVIL).stored("a", GOOD).build()))
        .contains("zip-hidden-member", "evil");
    assertThat(
            rules(new ZipBuilder().stored("a", GOOD).hidden("x", EVIL).stored("b", GOOD).build()))
        .contains("zip-hidden-member", "evil");
    assertThat(rules(new ZipBuilder().stored("a", GOOD).hidden("x.pkl", EVIL).build()))
        .contains("zip-hidden-member", "evil");
  }

  @Test
  void whatStandsBeforeAndBehindIsLookedInto() throws Exception {
    byte[] zip = new ZipBuilder().stored("a", GOOD).build();

    assertThat(rules(joined(EVIL, zip))).contains("zip-prefix", "evil");
    assertThat(rules(joined(zip, EVIL))).contains("zip-trailing", "evil");
    assertThat(rules(joined(zip, new byte[30]))).isEmpty();
  }

  @Test
  void aSelfExtractingProgramMayStandBeforeItsArchive() throws Exception {
    byte[] zip = joined("#!/usr/bin/env python3\n".getBytes(US_ASCII), plain());

    assertThat(look("tool.pyz", zip).findings())
        .extracting(finding -> finding.rule().id())
        .doesNotContain("zip-prefix");
  }

  @Test
  void aSecondDirectoryWhereTheRecordSaysIsReadToo() throws Exception {
    ZipBuilder first = new ZipBuilder().stored("data.pkl", EVIL);
    byte[] one = first.build();
    int firstDirectory = 30 + 8 + EVIL.length;
    byte[] zip =
        new ZipBuilder()
            .raw(one)
            .stored("data.pkl", GOOD)
            .offsetOff(firstDirectory - (one.length + 30 + 8 + GOOD.length))
            .build();

    assertThat(rules(zip)).contains("zip-several-directories", "evil");
  }

  @Test
  void aCountThatHidesMembersIsTold() throws Exception {
    byte[] zip = new ZipBuilder().stored("a", GOOD).stored("b", GOOD).countOff(-1).build();

    assertThat(rules(zip)).containsExactly("zip-directory");
  }

  @Test
  void aWrongChecksumIsToldAndTheMemberLookedInto() throws Exception {
    Consumer<ZipBuilder.Header> wrong = header -> header.crc ^= 1;
    byte[] zip = new ZipBuilder().member("data.pkl", EVIL, 0, wrong, wrong).build();

    assertThat(rules(zip)).contains("zip-crc", "evil");
  }

  @Test
  void aFalseFlagOfEncryptionIsToldAndATrueOneIsAnError() throws Exception {
    Consumer<ZipBuilder.Header> flagged = header -> header.flags |= 1;
    Consumer<ZipBuilder.Header> encrypted = flagged.andThen(header -> header.crc ^= 77);

    assertThat(rules(new ZipBuilder().member("data.pkl", EVIL, 0, flagged, flagged).build()))
        .contains("zip-encryption-flag", "evil");
    Inspected inspected =
        look(new ZipBuilder().member("data.pkl", GOOD, 0, encrypted, encrypted).build());
    assertThat(inspected.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(inspected.findings())
        .extracting(one -> one.rule().id())
        .containsOnly("zip-encrypted");
  }

  @Test
  void aVersionThatDoesNotExistIsTold() throws Exception {
    byte[] zip =
        new ZipBuilder().member("a", GOOD, 0, header -> header.version = 99, NOTHING).build();

    assertThat(rules(zip)).containsExactly("zip-version");
  }

  @Test
  void aMethodThatNobodyReadsIsAnError() throws Exception {
    Consumer<ZipBuilder.Header> odd = header -> header.method = 77;
    byte[] zip = new ZipBuilder().member("a", GOOD, 0, odd, odd).build();

    assertThat(rules(zip)).containsExactly("zip-member-unreadable");
  }

  @Test
  void namesThatLeaveTheFolderOrMisleadAreTold() throws Exception {
    for (String name : List.of("../x", "/etc/x", "C:\\x", "a/..\\..\\x", "a/../../b")) {
      assertThat(rules(new ZipBuilder().stored(name, GOOD).build())).as(name).contains("zip-path");
    }
    for (String name : List.of("a\u202Egpj.pkl", "a\0.pkl", "a\n.pkl")) {
      assertThat(rules(new ZipBuilder().stored(name, GOOD).build())).contains("zip-name");
    }
    assertThat(rules(new ZipBuilder().stored("a/../b", GOOD).build())).isEmpty();
  }

  @Test
  void aLinkThatLeavesTheFolderIsTold() throws Exception {
    Consumer<ZipBuilder.Header> link = header -> header.attributes = 0120777L << 16;

    assertThat(
            rules(
                new ZipBuilder()
                    .member("a/b", "../../etc".getBytes(US_ASCII), 0, link, NOTHING)
                    .build()))
        .contains("zip-link");
    assertThat(
            rules(
                new ZipBuilder()
                    .member("a/b", "../c".getBytes(US_ASCII), 0, link, NOTHING)
                    .build()))
        .doesNotContain("zip-link");
  }

  @Test
  void aSizeThatIsNotTrueIsTold() throws Exception {
    Consumer<ZipBuilder.Header> less = header -> header.size = 3;
    byte[] zip = new ZipBuilder().member("data.pkl", EVIL, 8, less, less).build();

    assertThat(rules(zip)).contains("zip-size", "evil");
  }

  @Test
  void overlappingMembersAreTold() throws Exception {
    byte[] zip =
        new ZipBuilder()
            .stored("a", EVIL)
            .member("a", EVIL, 0, header -> header.place = 0, NOTHING)
            .build();

    assertThat(rules(zip)).contains("zip-overlap");
  }

  @Test
  void aFakeEndBehindTheTrueOneIsTold() throws Exception {
    byte[] fake =
        ZipBuilder.bytes(22).putInt(0x06054b50).putInt(0).putInt(0x10001).putInt(99999).array();
    byte[] zip = new ZipBuilder().stored("data.pkl", EVIL).comment(fake).build();

    assertThat(rules(zip)).contains("zip-several-directories", "evil");
  }

  private static byte[] plain() {
    return new ZipBuilder().stored("a", GOOD).build();
  }

  private static byte[] descriptor(byte[] content) {
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(content);
    return ZipBuilder.bytes(16)
        .putInt(0x08074b50)
        .putInt((int) crc.getValue())
        .putInt(ZipBuilder.deflate(content).length)
        .putInt(content.length)
        .array();
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static List<String> rules(byte[] zip) throws IOException {
    return look(zip).findings().stream()
        .filter(finding -> finding.rule().verdict() != Verdict.CLEAN)
        .map(finding -> finding.rule().id())
        .distinct()
        .toList();
  }

  private static Inspected look(byte[] zip) throws IOException {
    return look("model.zip", zip);
  }

  private static Inspected look(String name, byte[] zip) throws IOException {
    Engine engine = new Engine(List.of(new ZipFormat(List.of()), new Evil()), ArtefactPolicy.USUAL);
    return engine.inspect(Artefact.of(name, Bytes.of(zip)));
  }

  /** Knows evil by its first letters. */
  private static final class Evil implements Format {
    @Override
    public String id() {
      return "evil";
    }

    @Override
    public String title() {
      return "Evil";
    }

    @Override
    public Set<String> endings() {
      return Set.of();
    }

    @Override
    public boolean recognises(Artefact artefact) throws IOException {
      return artefact.startsWith("EVIL");
    }

    @Override
    public void inspect(Artefact artefact, Examination examination) {
      examination.fact(ArtefactFact.CLASSES, "evil");
      examination.report(
          dev.countersign.inspect.Rule.malicious("evil", "It is evil.", "It is.", "Leave it."), "");
    }
  }
}
