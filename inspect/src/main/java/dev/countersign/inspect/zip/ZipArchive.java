package dev.countersign.inspect.zip;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Siblings;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.BytesStream;
import dev.countersign.inspect.engine.Budget;
import dev.countersign.inspect.text.Names;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A zip, read as its loaders read it: from the end record over the central directory to the local
 * headers. No length that it states is believed. For one thread.
 */
public final class ZipArchive {
  private final Bytes bytes;
  private final Budget budget;
  private final ZipEnd end;
  private final List<ZipEnd> otherEnds;
  private final ZipDirectory directory;
  private final Map<String, ZipMember> byName;
  private final List<ZipDirectory> otherDirectories;
  private final Set<ZipMember> taken = none();
  private final Set<ZipMember> overlapping = none();
  private final Set<ZipMember> sealed = none();

  private ZipArchive(
      Bytes bytes, Budget budget, ZipEnd end, List<ZipEnd> otherEnds, ZipDirectory directory)
      throws Broken, IOException {
    this.bytes = bytes;
    this.budget = budget;
    this.end = end;
    this.otherEnds = otherEnds;
    this.directory = directory;
    this.otherDirectories = ZipReadings.others(bytes, end, otherEnds, directory);
    this.byName = HashMap.newHashMap(directory.members().size());
    directory.members().forEach(member -> byName.put(member.name(), member));
  }

  /**
   * Reads the structure and no content.
   *
   * @throws Broken if no loader would find a central directory in it
   */
  public static ZipArchive read(Bytes bytes, Budget budget) throws Broken, IOException {
    List<ZipEnd> ends = ZipEnd.all(bytes);
    for (ZipEnd end : ends) {
      if (end.fits()) {
        List<ZipEnd> others = new ArrayList<>(ends);
        others.remove(end);
        return new ZipArchive(bytes, budget, end, others, directory(bytes, end));
      }
    }
    throw new Broken(
        Math.max(0, bytes.length() - ZipEnd.SIZE),
        ends.isEmpty()
            ? "no end of a central directory"
            : "the end of the central directory announces one that is not there");
  }

  private static ZipDirectory directory(Bytes bytes, ZipEnd end) throws Broken, IOException {
    ZipDirectory directory = ZipDirectory.read(bytes, end.directory(), end.size(), end.prefix());
    if (directory.members().isEmpty() && directory.broken().isPresent()) {
      throw directory.broken().get();
    }
    return directory;
  }

  /** The whole file. */
  public Bytes bytes() {
    return bytes;
  }

  /** Members in the order of the central directory, also those with a name that stands twice. */
  public List<ZipMember> members() {
    return Collections.unmodifiableList(directory.members());
  }

  /** A member by its whole name; of several the last, as Python's zipfile does. */
  public Optional<ZipMember> member(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whether there is such a member. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /** Every member of a name: loaders differ in which one they take. */
  public List<ZipMember> named(String name) {
    return members().stream().filter(member -> member.name().equals(name)).toList();
  }

  /**
   * The folder that all members stand in, with {@code /} at its end; empty where they do not, and
   * in an archive without members.
   */
  public String folder() {
    String common = "";
    for (ZipMember member : directory.members()) {
      String first = member.name().substring(0, member.name().indexOf('/') + 1);
      if (first.isEmpty() || !common.isEmpty() && !common.equals(first)) {
        return "";
      }
      common = first;
    }
    return common;
  }

  /**
   * The content of a member, whether or not it says that it is encrypted. Stored: a part of the
   * file, without a copy. Else expanded: whole into memory where it is small, and from front to
   * back as it is read where it is not, so that reading its first bytes costs little.
   *
   * @throws Broken if its content is not in the file, or is compressed in a way that no loader of
   *     models knows
   */
  public Bytes open(ZipMember member) throws Broken, IOException {
    return ZipContent.open(this, member, budget);
  }

  /** A member with the others beside it. */
  public Artefact artefact(ZipMember member) throws Broken, IOException {
    return new Artefact(member.name(), open(member), siblings());
  }

  /** The members, to whoever refers from one to another. */
  public Siblings siblings() {
    return (of, path) -> {
      Optional<String> name = Names.beside(of, path);
      Optional<ZipMember> member = name.flatMap(this::member);
      try {
        return member.isPresent() ? Optional.of(artefact(member.get())) : Optional.empty();
      } catch (Broken unreadable) {
        return Optional.empty();
      }
    };
  }

  /**
   * A dialect dealt with this member: it is not looked into again. Take tensors, once their heads
   * were looked at, and what was handed on by {@link dev.countersign.inspect.Examination#memberAs}.
   */
  public void take(ZipMember member) {
    taken.add(member);
  }

  /** Whether a dialect dealt with it. */
  public boolean taken(ZipMember member) {
    return taken.contains(member);
  }

  /** How many bytes stand before the archive. */
  public long prefix() {
    return end.prefix();
  }

  ZipEnd end() {
    return end;
  }

  List<ZipEnd> otherEnds() {
    return otherEnds;
  }

  ZipDirectory directory() {
    return directory;
  }

  /** What other loaders take for the central directory. */
  List<ZipDirectory> otherDirectories() {
    return otherDirectories;
  }

  /** The content as it is packed, unpacked from its beginning by whoever reads it. */
  InputStream stream(ZipMember member) throws Broken, IOException {
    Bytes packed = ZipContent.packed(this, member);
    return member.stored() ? new BytesStream(packed) : ZipContent.expansion(member, packed).open();
  }

  void overlaps(ZipMember member) {
    overlapping.add(member);
  }

  /** Whether its bytes are part of another member, too. */
  boolean overlapped(ZipMember member) {
    return overlapping.contains(member);
  }

  void seal(ZipMember member) {
    sealed.add(member);
  }

  /** Whether it is truly encrypted, so that its content says nothing. */
  public boolean sealed(ZipMember member) {
    return sealed.contains(member);
  }

  private static Set<ZipMember> none() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
