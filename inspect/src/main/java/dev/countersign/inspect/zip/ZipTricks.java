package dev.countersign.inspect.zip;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;

/** Whatever makes two readers of one zip read two things. */
final class ZipTricks {
  private static final int MOST_OVERLAPPING = 64;

  private ZipTricks() {}

  static void tell(ZipArchive archive, Artefact artefact, Examination examination)
      throws Broken, IOException {
    directory(archive, examination);
    ZipNames.tell(archive, examination);
    ZipLayout.tell(archive, artefact, examination);
    ZipSums.tell(archive, examination);
    int overlapping = 0;
    for (ZipMember member : archive.members()) {
      ZipHeaders.tell(archive, member, examination);
      if (archive.overlapped(member) && ++overlapping > MOST_OVERLAPPING) {
        archive.take(member);
      } else if (ZipHeaders.otherContent(member)) {
        ZipFormat.general(archive, member.byLocalHeader(), examination);
      }
    }
  }

  private static void directory(ZipArchive archive, Examination examination) {
    ZipDirectory directory = archive.directory();
    directory
        .broken()
        .ifPresent(broken ->
            examination.report(
                ZipRules.DIRECTORY,
                broken.offset(),
                "after %,d members: %s".formatted(directory.members().size(), broken.what())));
    long mask = archive.end().zip64() ? -1 : 0xFFFF;
    if (archive.end().count() != (directory.members().size() & mask)) {
      examination.report(
          ZipRules.DIRECTORY,
          archive.end().place(),
          "the end record announces %s members, and the central directory has %,d"
              .formatted(Long.toUnsignedString(archive.end().count()), directory.members().size()));
    }
  }
}
