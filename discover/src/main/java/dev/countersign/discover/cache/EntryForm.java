package dev.countersign.discover.cache;

import dev.countersign.discover.Confidence;
import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.Seen;
import dev.countersign.discover.What;
import dev.countersign.discover.Where;
import dev.countersign.discover.cache.Cache.Entry;
import dev.countersign.discover.tree.Stamp;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How an entry of a cache is written. Findings are about the file of the entry and no other. */
final class EntryForm {
  /** As many as detectors may find in one file, and a few sentences. */
  private static final int MOST_FINDINGS = 2_000;

  private static final int MOST_LIMITS = 100;
  private static final What[] WHATS = What.values();
  private static final Confidence[] CONFIDENCES = Confidence.values();
  private static final Detail[] DETAILS = Detail.values();

  private EntryForm() {}

  static void write(String path, Entry entry, DataOutputStream out) throws IOException {
    out.writeUTF(path);
    out.writeLong(entry.stamp().size());
    out.writeLong(entry.stamp().modified());
    out.writeLong(entry.stamp().inode());
    out.writeShort(entry.seen().findings().size());
    for (Finding finding : entry.seen().findings()) {
      write(finding, out);
    }
    out.writeShort(entry.seen().limits().size());
    for (String limit : entry.seen().limits()) {
      out.writeUTF(limit);
    }
  }

  private static void write(Finding finding, DataOutputStream out) throws IOException {
    out.writeByte(finding.what().ordinal());
    out.writeUTF(finding.name());
    out.writeInt(finding.where().line());
    out.writeByte(finding.confidence().ordinal());
    out.writeBoolean(finding.aside());
    out.writeByte(finding.details().size());
    for (Map.Entry<Detail, String> detail : finding.details().entrySet()) {
      out.writeByte(detail.getKey().ordinal());
      out.writeUTF(detail.getValue());
    }
  }

  static Entry read(String path, DataInputStream in) throws IOException {
    Stamp stamp = new Stamp(in.readLong(), in.readLong(), in.readLong());
    List<Finding> findings = new ArrayList<>();
    for (int left = upTo(MOST_FINDINGS, in.readShort()); left > 0; left--) {
      findings.add(finding(path, in));
    }
    List<String> limits = new ArrayList<>();
    for (int left = upTo(MOST_LIMITS, in.readShort()); left > 0; left--) {
      limits.add(in.readUTF());
    }
    boolean nothing = findings.isEmpty() && limits.isEmpty();
    return new Entry(stamp, nothing ? Seen.NOTHING : new Seen(findings, limits));
  }

  private static Finding finding(String path, DataInputStream in) throws IOException {
    What what = WHATS[upTo(WHATS.length - 1, in.readByte())];
    String name = in.readUTF();
    Where where = new Where(path, upTo(Integer.MAX_VALUE, in.readInt()));
    Confidence confidence = CONFIDENCES[upTo(CONFIDENCES.length - 1, in.readByte())];
    boolean aside = in.readBoolean();
    Map<Detail, String> details = new EnumMap<>(Detail.class);
    for (int left = upTo(DETAILS.length, in.readByte()); left > 0; left--) {
      details.put(DETAILS[upTo(DETAILS.length - 1, in.readByte())], in.readUTF());
    }
    return new Finding(what, name, where, confidence, aside, details);
  }

  private static int upTo(int most, int number) throws IOException {
    if (number < 0 || number > most) {
      throw new IOException("a number out of range");
    }
    return number;
  }
}
