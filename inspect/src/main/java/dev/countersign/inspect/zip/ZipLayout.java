package dev.countersign.inspect.zip;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What stands where in the file: members, and whatever is before, between, over and behind them.
 */
final class ZipLayout {
  /** Programs that carry an archive behind them, which is what these endings are for. */
  private static final Set<String> CARRIERS =
      Set.of("exe", "com", "pyz", "pyzw", "sh", "run", "pex", "shiv", "par", "xar", "scr");

  private static final byte[] SIGNING_BLOCK =
      "APK Sig Block 42".getBytes(StandardCharsets.US_ASCII);

  private final ZipArchive archive;
  private final Artefact artefact;
  private final Examination examination;
  private final List<ZipMember> placed;

  private ZipLayout(ZipArchive archive, Artefact artefact, Examination examination) {
    this.archive = archive;
    this.artefact = artefact;
    this.examination = examination;
    this.placed = new ArrayList<>(archive.members());
    placed.removeIf(member -> member.data() < 0 || member.compressed() < 0);
    placed.sort(Comparator.comparingLong(ZipMember::header));
  }

  /** Tells of it, and looks into what no member holds. */
  static void tell(ZipArchive archive, Artefact artefact, Examination examination)
      throws Broken, IOException {
    ZipLayout layout = new ZipLayout(archive, artefact, examination);
    layout.regions();
    layout.behind();
    layout.otherEnds();
  }

  private void regions() throws Broken, IOException {
    long at = 0;
    int overlapping = 0;
    for (ZipMember member : placed) {
      if (member.header() > at) {
        region(at, member.header());
      } else if (member.header() < at) {
        overlapping++;
        archive.overlaps(member);
      }
      long end = member.data() + member.compressed();
      at = Math.max(at, end + member.descriptor(archive.bytes()));
    }
    long directory = archive.directory().start();
    region(at, directory);
    if (at > directory) {
      overlapping++;
    }
    if (overlapping > 0) {
      examination.report(
          ZipRules.OVERLAP, "%,d of %,d members".formatted(overlapping, placed.size()));
    }
  }

  private void region(long from, long to) throws Broken, IOException {
    if (from >= to || Region.blank(archive.bytes(), from, to)) {
      return;
    }
    List<ZipMember> hidden = Region.members(archive.bytes(), from, to);
    for (ZipMember member : hidden) {
      examination.report(ZipRules.HIDDEN, member.header(), member.name());
      ZipFormat.general(archive, member, examination);
    }
    long other = hidden.isEmpty() ? to : hidden.getFirst().header();
    if (other > from && !signed(from, other)) {
      other(from, other);
    }
  }

  private void other(long from, long to) throws Broken, IOException {
    Bytes bytes = archive.bytes().slice(from, to - from);
    if (from > 0) {
      examination.report(ZipRules.GAP, from, "%,d bytes".formatted(to - from));
      examination.member("[between members, at %d]".formatted(from), bytes);
    } else if (!CARRIERS.contains(artefact.ending()) && !tflite()) {
      examination.report(ZipRules.PREFIX, 0, "%,d bytes".formatted(to));
      examination.member("[before the archive]", bytes);
    }
  }

  /** Models of TensorFlow Lite carry their labels and descriptions as a zip behind them. */
  private boolean tflite() throws IOException {
    return artefact.ending().equals("tflite") && artefact.hasAt(4, 'T', 'F', 'L', '3');
  }

  private boolean signed(long from, long to) throws IOException {
    int size = SIGNING_BLOCK.length;
    return to - from > size
        && java.util.Arrays.equals(archive.bytes().copy(to - size, size), SIGNING_BLOCK);
  }

  private void behind() throws Broken, IOException {
    ZipEnd end = archive.end();
    long comment = end.place() + ZipEnd.SIZE;
    long after = comment + end.comment();
    long length = archive.bytes().length();
    if (after > length) {
      examination.report(
          ZipRules.DIRECTORY,
          end.place(),
          "a comment of %,d bytes, and %,d are left".formatted(end.comment(), length - comment));
    } else if (!Region.blank(archive.bytes(), after, length)) {
      examination.report(ZipRules.TRAILING, after, "%,d bytes".formatted(length - after));
      examination.member("[behind the archive]", archive.bytes().slice(after, length - after));
    }
    if (end.comment() > 0) {
      comment(archive.bytes().slice(comment, end.comment()));
    }
  }

  private void comment(Bytes comment) throws Broken, IOException {
    byte[] text = comment.copy(0, 0xFFFF);
    for (byte one : text) {
      if (one >= 0 && one < ' ' && one != '\n' && one != '\r' && one != '\t') {
        examination.member("[comment]", comment);
        return;
      }
    }
  }

  private void otherEnds() throws Broken, IOException {
    for (ZipEnd other : archive.otherEnds()) {
      if (other.place() > archive.end().place()) {
        examination.report(
            ZipRules.DIRECTORIES,
            other.place(),
            "an end record that leads nowhere, behind the one at %,d"
                .formatted(archive.end().place()));
      }
    }
    for (ZipDirectory other : archive.otherDirectories()) {
      examination.report(
          ZipRules.DIRECTORIES,
          other.start(),
          "one at %,d with %,d members, which Python's zipfile takes, and one at %,d with %,d"
              .formatted(
                  archive.directory().start(),
                  archive.members().size(),
                  other.start(),
                  other.members().size()));
      for (ZipMember member : other.members()) {
        ZipFormat.general(archive, member, examination);
      }
    }
  }
}
