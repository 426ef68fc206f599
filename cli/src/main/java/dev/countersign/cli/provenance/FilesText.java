package dev.countersign.cli.provenance;

import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.provenance.verify.DatasetVerification;
import dev.countersign.provenance.verify.Difference;
import dev.countersign.provenance.verify.Difference.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the files of a dataset stand to what was recorded of them, for people. */
public final class FilesText {
  private static final int LISTED = 20;
  private static final int HANG = 14;

  private final Page page;
  private final DatasetVerification result;
  private final List<Grade> allowed;

  private FilesText(Page page, DatasetVerification result, List<Grade> allowed) {
    this.page = page;
    this.result = result;
    this.allowed = allowed;
  }

  /**
   * Writes it.
   *
   * @param allowed the differences that are no failure
   * @return whether there is no other difference
   */
  public static boolean write(DatasetVerification result, List<Grade> allowed, Page page) {
    new FilesText(page, result, List.copyOf(allowed)).write();
    return result.holdsBut(allowed);
  }

  private void write() {
    if (result.holdsBut(allowed)) {
      told(true, good());
    }
    for (Grade grade : Grade.values()) {
      if (result.count(grade) > 0) {
        if (!allowed.contains(grade)) {
          told(false, bad(grade, result.count(grade)));
        }
        list(grade);
      }
    }
    if (result.reused() > 0) {
      page.line(4, Line.of(Known.words(result.reused())));
    }
  }

  private String good() {
    List<String> words = new ArrayList<>();
    long claimed = result.count(Grade.CLAIMED);
    words.add(number(result.files() - claimed) + " as recorded");
    if (claimed > 0) {
      words.add(number(claimed) + " by the word of a pointer, whose bytes nobody has read");
    }
    if (result.count(Grade.MORE) > 0) {
      words.add(number(result.count(Grade.MORE)) + " more or longer");
    }
    return String.join(", ", words);
  }

  private String bad(Grade grade, long count) {
    return switch (grade) {
      case CHANGED ->
          number(count)
              + (count == 1
                  ? " is not as recorded. Restore it,"
                  : " are not as recorded. Restore them,")
              + " or record and sign anew.";
      case UNKNOWN ->
          here(count)
              + "which cannot be compared with what was recorded. Fetch the data: "
              + tool(grade)
              + " pull";
      case CLAIMED ->
          here(count)
              + "which names what was recorded; nobody has read the bytes. Fetch them: "
              + tool(grade)
              + " pull; or take the pointer's word: --accept-pointers";
      case MORE ->
          "all as recorded, and %s more or longer (--append-only lets that be; or record again)"
              .formatted(number(count));
    };
  }

  private static String here(long count) {
    return number(count) + (count == 1 ? " is" : " are") + " here only as a pointer, ";
  }

  private String tool(Grade grade) {
    return switch (result.told(grade).getFirst()) {
      case Difference.Claimed claimed -> claimed.claim().tool();
      case Difference.Unknown unknown -> unknown.claim().tool();
      default -> "git lfs";
    };
  }

  private void list(Grade grade) {
    List<Difference> told = result.told(grade);
    told.stream().limit(LISTED).forEach(difference -> page.line(4, Line.of(words(difference))));
    long more = result.count(grade) - Math.min(LISTED, told.size());
    if (more > 0) {
      page.line(4, Line.of("and " + number(more) + " more"));
    }
  }

  private String words(Difference difference) {
    return switch (difference) {
      case Difference.Added added -> "new      " + added.name();
      case Difference.Appended appended ->
          "longer   %s (%,d bytes more)"
              .formatted(appended.name(), appended.found().bytes() - appended.expected().bytes());
      case Difference.Removed removed -> "missing  " + removed.name() + link(removed.name());
      case Difference.Changed changed ->
          "changed  %s: expected sha256:%s, found sha256:%s"
              .formatted(changed.name(), changed.expected().digest(), changed.found().digest());
      case Difference.Repointed repointed ->
          "changed  %s: %s (%s)"
              .formatted(
                  repointed.name(), repointed.how(), Shown.path(repointed.claim().pointer()));
      case Difference.Claimed claimed ->
          "not read %s (%s)".formatted(claimed.name(), Shown.path(claimed.claim().pointer()));
      case Difference.Unknown unknown ->
          "unknown  %s (%s)".formatted(unknown.name(), Shown.path(unknown.claim().pointer()));
    };
  }

  private String link(String name) {
    return result.links().contains(name) ? " (a link is there, which is not followed)" : "";
  }

  private void told(boolean good, String words) {
    page.labelled(
        2,
        Line.of("files"),
        HANG,
        Line.of(good ? Style.GOOD : Style.BAD, good ? "good: " : "bad: ").add(words));
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
