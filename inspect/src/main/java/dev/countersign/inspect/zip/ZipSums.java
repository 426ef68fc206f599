package dev.countersign.inspect.zip;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Expanded;
import dev.countersign.inspect.bytes.Meter;
import dev.countersign.inspect.engine.Budget;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Checksums and sizes against the content. The smallest members first, up to {@value #MOST_HASHED}
 * bytes in all: what can carry code is small, and tensors are not read.
 */
final class ZipSums {
  private static final long MOST_HASHED = 64L << 20;
  private static final long LARGE = 10L << 20;
  private static final long HIGH_RATIO = 500;

  private final ZipArchive archive;
  private final Examination examination;
  private final List<ZipMember> wrong = new ArrayList<>();
  private int right;
  private boolean told;

  private ZipSums(ZipArchive archive, Examination examination) {
    this.archive = archive;
    this.examination = examination;
  }

  static void tell(ZipArchive archive, Examination examination) throws Broken, IOException {
    new ZipSums(archive, examination).all();
  }

  private void all() throws Broken, IOException {
    List<ZipMember> smallest = new ArrayList<>(archive.members());
    smallest.sort(Comparator.comparingLong(ZipMember::size));
    long hashed = 0;
    for (ZipMember member : smallest) {
      announced(member);
      boolean worth = member.size() >= 0 && hashed + member.size() <= MOST_HASHED;
      if (worth && !member.folder() && !archive.overlapped(member)) {
        hashed += Math.max(member.size(), member.compressed());
        one(member);
      } else if (member.encrypted()) {
        encrypted(member);
      }
    }
    wrong();
  }

  private void announced(ZipMember member) throws Broken {
    if (member.stored()) {
      return;
    }
    examination.budget().announce(member.size());
    if (!told
        && member.size() >= LARGE
        && member.size() / HIGH_RATIO > member.compressed()
        && !member.ending().equals("npy")) {
      told = true;
      examination.report(
          ZipRules.RATIO,
          member.entry(),
          "%s: %,d bytes out of %,d".formatted(member.name(), member.size(), member.compressed()));
    }
  }

  private void one(ZipMember member) throws Broken, IOException {
    try {
      Sum sum = sum(member);
      if (sum.crc() == member.crc() && sum.size() == member.size()) {
        right++;
        falselyEncrypted(member);
      } else if (member.encrypted()) {
        encrypted(member);
      } else if (sum.size() != member.size()) {
        size(member, sum);
      } else {
        wrong.add(member);
      }
    } catch (Budget.Exhausted exhausted) {
      throw exhausted;
    } catch (Broken broken) {
      unreadable(member, broken.what());
    } catch (IOException | RuntimeException broken) {
      unreadable(member, member.name() + ": " + Expanded.reason(broken));
    }
  }

  private void size(ZipMember member, Sum sum) {
    examination.report(
        ZipRules.SIZE,
        member.entry(),
        "%s announces %,d bytes, and has %s%,d"
            .formatted(
                member.name(),
                member.size(),
                sum.size() > member.size() ? "at least " : "",
                sum.size()));
  }

  private void unreadable(ZipMember member, String why) {
    if (member.encrypted()) {
      encrypted(member);
    } else {
      examination.report(ZipRules.UNREADABLE, member.entry(), why);
    }
  }

  private void falselyEncrypted(ZipMember member) {
    boolean locally = member.local().filter(header -> (header.flags() & 1) != 0).isPresent();
    if ((member.encrypted() || locally) && member.size() > 0) {
      examination.report(ZipRules.FALSE_ENCRYPTION, member.entry(), member.name());
    }
  }

  private void encrypted(ZipMember member) {
    archive.seal(member);
    examination.report(ZipRules.ENCRYPTED, member.entry(), member.name());
  }

  /** PyTorch can be told to compute no checksums: then none is right. */
  private void wrong() {
    if (right == 0 && wrong.size() > 2) {
      return;
    }
    for (ZipMember member : wrong) {
      examination.report(
          ZipRules.CRC, member.data(), "%s: not %08X".formatted(member.name(), member.crc()));
    }
  }

  private record Sum(long size, long crc) {}

  /** Of no more than one byte beyond the announced size. */
  private Sum sum(ZipMember member) throws Broken, IOException {
    Meter meter = ZipContent.meter(member, examination.budget());
    CRC32 crc = new CRC32();
    long size = 0;
    byte[] step = new byte[(int) Math.min(1 << 14, member.size() + 1)];
    try (InputStream content = archive.stream(member)) {
      while (size <= member.size()) {
        int read = content.read(step, 0, (int) Math.min(step.length, member.size() + 1 - size));
        if (read < 0) {
          break;
        }
        meter.expand(read);
        crc.update(step, 0, read);
        size += read;
      }
    }
    return new Sum(size, crc.getValue());
  }
}
