package dev.countersign.inspect.zip;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.text.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names that leave the folder, mislead, or stand twice. */
final class ZipNames {
  private static final int LONGEST_LINK = 4096;
  private static final int UNICODE_PATH_HEAD = 5;

  private ZipNames() {}

  static void tell(ZipArchive archive, Examination examination) throws IOException {
    Map<String, List<ZipMember>> byName = new LinkedHashMap<>();
    for (ZipMember member : archive.members()) {
      one(archive, member, examination);
      byName.computeIfAbsent(member.name(), _ -> new ArrayList<>(1)).add(member);
    }
    byName.values().stream()
        .filter(same -> same.size() > 1 && differ(same))
        .forEach(same -> twice(same, examination));
  }

  private static void one(ZipArchive archive, ZipMember member, Examination examination)
      throws IOException {
    if (Names.leaves(member.name())) {
      examination.report(ZipRules.PATH, member.entry(), member.name());
    }
    Names.misleading(member.name())
        .ifPresent(why ->
            examination.report(ZipRules.NAME, member.entry(), member.name() + " has " + why));
    otherwise(member)
        .ifPresent(name ->
            examination.report(
                ZipRules.NAME,
                member.entry(),
                "%s, and %s in its Unicode field".formatted(member.name(), name)));
    if (member.link()) {
      link(archive, member, examination);
    }
  }

  /** Another name in the field of Info-ZIP for names in Unicode (APPNOTE.TXT 4.6.9). */
  private static Optional<String> otherwise(ZipMember member) throws IOException {
    Optional<Bytes> field = ZipExtra.field(member.central().extra(), ZipExtra.UNICODE_PATH);
    if (field.isEmpty() || field.get().length() < UNICODE_PATH_HEAD) {
      return Optional.empty();
    }
    String name =
        new String(
            field.get().slice(UNICODE_PATH_HEAD, LONGEST_LINK).copy(0, LONGEST_LINK),
            StandardCharsets.UTF_8);
    return Names.similar(name, member.name()) ? Optional.empty() : Optional.of(name);
  }

  private static void link(ZipArchive archive, ZipMember member, Examination examination)
      throws IOException {
    try {
      String target =
          new String(archive.open(member).copy(0, LONGEST_LINK), StandardCharsets.UTF_8);
      if (Names.leaves(member.name(), target)) {
        examination.report(ZipRules.LINK, member.entry(), member.name() + " -> " + target);
      }
    } catch (Broken unreadable) {
      examination.report(ZipRules.UNREADABLE, unreadable.offset(), unreadable.what());
    }
  }

  private static boolean differ(List<ZipMember> same) {
    return same.stream().map(member -> List.of(member.crc(), member.size())).distinct().count() > 1;
  }

  private static void twice(List<ZipMember> same, Examination examination) {
    examination.report(
        ZipRules.DUPLICATE,
        same.getLast().entry(),
        "%s stands %d times, at %s"
            .formatted(
                same.getFirst().name(),
                same.size(),
                same.stream()
                    .limit(4)
                    .map(member -> "%,d".formatted(member.header()))
                    .collect(Collectors.joining(", "))));
  }
}
