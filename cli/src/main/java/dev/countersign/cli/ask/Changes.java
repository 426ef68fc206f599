package dev.countersign.cli.ask;

import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.Refused;
import dev.countersign.model.SafeText;
import dev.countersign.model.edit.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The lines that change in files: shown, then written. */
final class Changes {
  private Changes() {}

  /** Every line that goes ({@code -}) and comes ({@code +}), with its number, by file. */
  static String text(List<SourceFile> files) {
    StringBuilder text = new StringBuilder();
    for (SourceFile file : files) {
      text.append('\n').append(SafeText.of(file.name())).append('\n');
      RawText before = raw(file.before());
      RawText after = raw(file.after());
      for (Edit edit : new HistogramDiff().diff(RawTextComparator.DEFAULT, before, after)) {
        lines(text, '-', before, edit.getBeginA(), edit.getEndA());
        lines(text, '+', after, edit.getBeginB(), edit.getEndB());
      }
    }
    return text.append('\n').toString();
  }

  /**
   * Writes the files.
   *
   * @throws Refused if one was changed since it was read; then none is written
   */
  static void write(List<SourceFile> files) {
    for (SourceFile file : files) {
      if (!file.current()) {
        throw new Refused(
            file.name()
                + " was changed by somebody else meanwhile, so nothing was written."
                + " The lines above are what your answers come to. Run the command again.");
      }
    }
    files.forEach(file -> AtomicFile.rewrite(file.file(), file.after()));
  }

  private static void lines(StringBuilder text, char sign, RawText lines, int from, int to) {
    for (int i = from; i < to; i++) {
      String line = lines.getString(i);
      text.append(String.format(Locale.ROOT, "%6d %c %s", i + 1, sign, SafeText.of(bare(line))))
          .append("\n");
    }
  }

  private static String bare(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private static RawText raw(String text) {
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }
}
