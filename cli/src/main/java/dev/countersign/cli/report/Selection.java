package dev.countersign.cli.report;

import dev.countersign.cli.console.Refused;
import dev.countersign.model.yaml.Problems;
import dev.countersign.report.Formats;
import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat;
import dev.countersign.report.ReportFormat.Choice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The files that somebody asked for. */
public final class Selection {
  private static final List<String> USUAL = List.of("one-page", "html");

  /** What people call formats, or ask for where another one serves them. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("md", "markdown"),
          Map.entry("txt", "markdown"),
          Map.entry("text", "markdown"),
          Map.entry("htm", "html"),
          Map.entry("doc", "html"),
          Map.entry("docx", "html"),
          Map.entry("word", "html"),
          Map.entry("xls", "xlsx"),
          Map.entry("excel", "xlsx"),
          Map.entry("png", "svg"),
          Map.entry("mmd", "mermaid"),
          Map.entry("bom", "cyclonedx"),
          Map.entry("sbom", "cyclonedx"));

  /**
   * A wish.
   *
   * @param format the one that makes it
   * @param suffix the one file that is wanted of several
   */
  private record Wish(ReportFormat format, Optional<String> suffix) {
    boolean wants(Rendered file) {
      return suffix.isEmpty() || suffix.get().equals(file.suffix());
    }
  }

  private final List<Wish> wishes;

  private Selection(List<Wish> wishes) {
    this.wishes = wishes;
  }

  /**
   * What these words ask for; the usual where there is none.
   *
   * @throws Refused if a word names no format
   */
  public static Selection of(List<String> words) {
    Formats formats = Formats.registered();
    List<Wish> wishes = new ArrayList<>();
    for (String word : new LinkedHashSet<>(words.isEmpty() ? USUAL : words)) {
      wishes.add(wish(word.strip(), formats));
    }
    return new Selection(wishes);
  }

  private static Wish wish(String word, Formats formats) {
    int dot = word.indexOf('.');
    String name = dot < 0 ? word : word.substring(0, dot);
    ReportFormat format = formats.find(name).orElseThrow(() -> unknown(word, formats));
    return new Wish(format, dot < 0 ? Optional.empty() : Optional.of(word));
  }

  /**
   * The files of one system.
   *
   * @throws Refused if a format makes no file of the kind that was asked for
   */
  public List<Rendered> render(Report report) {
    List<Rendered> files = new ArrayList<>();
    for (Wish wish : wishes) {
      List<Rendered> made = wish.format().render(report);
      List<Rendered> wanted = made.stream().filter(wish::wants).toList();
      if (wanted.isEmpty()) {
        throw new Refused(
            "there is no format '%s'; %s comes as %s."
                .formatted(
                    wish.suffix().orElse(""),
                    wish.format().name(),
                    String.join(", ", made.stream().map(Rendered::suffix).toList())));
      }
      files.addAll(wanted);
    }
    return files;
  }

  /** Which of these choices change nothing in what is asked for. */
  public Set<Choice> unheeded(Set<Choice> choices) {
    Set<Choice> left = new TreeSet<>(choices);
    wishes.forEach(wish -> left.removeAll(wish.format().heeds()));
    return left;
  }

  /** The names of all formats that heed a choice. */
  public static List<String> heeding(Choice choice) {
    return Formats.registered().all().stream()
        .filter(format -> format.heeds().contains(choice))
        .map(ReportFormat::name)
        .toList();
  }

  private static Refused unknown(String word, Formats formats) {
    List<String> names = formats.all().stream().map(ReportFormat::name).toList();
    return new Refused(
        "there is no format '"
            + word
            + "'. "
            + Optional.ofNullable(ALIASES.get(word.toLowerCase(Locale.ROOT)))
                .or(() -> new Problems().suggest(word, names))
                .map(near -> "Did you mean " + near + "?")
                .orElse("There are " + String.join(", ", names) + ".")
            + "\n  countersign report --formats tells what each is for.");
  }
}
