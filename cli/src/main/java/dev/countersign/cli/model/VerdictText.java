package dev.countersign.cli.model;

import dev.countersign.attest.oms.Difference;
import dev.countersign.attest.oms.OmsVerification;
import dev.countersign.attest.oms.OmsVerification.Refused;
import dev.countersign.attest.oms.OmsVerification.Verified;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import java.util.Locale;

/** The verdict on a model for people: the verdict first, then whose word it is and for what. */
public final class VerdictText {
  private static final int INDENT = 2;
  private static final int HANG = 14;

  private VerdictText() {}

  /** The text; {@code quiet} leaves the verdict and the differences. */
  public static String of(Verdict verdict, Terminal terminal, boolean quiet) {
    Page page = new Page(terminal);
    switch (verdict.result()) {
      case Verified verified -> verified(page, verdict, verified, quiet);
      case Refused refused -> refused(page, verdict, refused);
    }
    return page.toString();
  }

  /** How many bytes, for people: {@code 4.0 GiB}. */
  public static String size(long bytes) {
    String[] units = {"KiB", "MiB", "GiB", "TiB"};
    double size = bytes;
    int unit = -1;
    while (size >= 1024 && unit < units.length - 1) {
      size /= 1024;
      unit++;
    }
    return unit < 0
        ? bytes + (bytes == 1 ? " byte" : " bytes")
        : String.format(Locale.ROOT, "%.1f %s", size, units[unit]);
  }

  private static void verified(Page page, Verdict verdict, Verified verified, boolean quiet) {
    page.line(Line.of(Style.GOOD, "VERIFIED").add(" ").add(Style.STRONG, verdict.model()));
    if (quiet) {
      return;
    }
    entry(page, "signed by", verified.by().name());
    entry(
        page,
        "covers",
        verified.files()
            + (verified.files() == 1 ? " file, " : " files, ")
            + size(verified.bytes())
            + ", "
            + verified.manifest().serialization().algorithm().word()
            + " over "
            + verified.manifest().serialization().method());
    entry(page, "digest", "sha256:" + verified.manifest().rootDigest());
    entry(page, "signature", verdict.bundle());
    verified.notes().forEach(note -> entry(page, "note", note));
  }

  private static void refused(Page page, Verdict verdict, OmsVerification.Refused refused) {
    page.line(Line.of(Style.BAD, "NOT VERIFIED").add(" ").add(Style.STRONG, verdict.model()));
    entry(page, "because", refused.detail());
    refused.differences().forEach(difference -> difference(page, difference));
    if (refused.more() > 0) {
      entry(page, "", "and " + refused.more() + " more");
    }
    entry(page, "signature", verdict.bundle());
    entry(page, "next", refused.next());
  }

  private static void difference(Page page, Difference difference) {
    entry(page, VerifyJson.word(difference.kind()), difference.name());
    difference.expected().ifPresent(digest -> entry(page, "", "signed " + digest));
    difference.found().ifPresent(digest -> entry(page, "", "found  " + digest));
  }

  private static void entry(Page page, String label, String text) {
    page.labelled(INDENT, Line.of(Style.FAINT, label), HANG, Line.of(text));
  }
}
