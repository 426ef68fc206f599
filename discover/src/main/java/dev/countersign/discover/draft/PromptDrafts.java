package dev.countersign.discover.draft;

import static dev.countersign.model.ElementKind.PROMPT;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Drafts prompts: a folder of prompt files is one, and so are those in the code of one unit. */
final class PromptDrafts {
  private static final int FEW = 3;
  private static final int LISTED = 6;

  private final Bench bench;

  PromptDrafts(Bench bench) {
    this.bench = bench;
  }

  /** What makes the prompts in the code of a unit. */
  static String codeKey(String unit) {
    return "code:" + unit;
  }

  /** What makes the prompts in files of a folder. */
  static String folderKey(Finding file) {
    return "folder:" + root(file);
  }

  /** The uppermost folder of prompts that a file is in; its own folder where none is named so. */
  private static String root(Finding file) {
    String folder = file.where().folder();
    int at = ("/" + folder.toLowerCase(Locale.ROOT) + "/").indexOf("/prompts/");
    return at < 0 ? folder : folder.substring(0, at + "prompts".length());
  }

  /** What makes a prompt in a file of its own. */
  static String fileKey(Finding file) {
    return "file:" + file.name();
  }

  void draft() {
    Map<String, List<Finding>> folders = new TreeMap<>();
    bench
        .about(What.PROMPT)
        .filter(PromptDrafts::isFile)
        .forEach(f -> folders.computeIfAbsent(folderKey(f), _ -> new ArrayList<>()).add(f));
    folders.forEach(this::folder);
    bench.about(What.PROMPT).filter(prompt -> !isFile(prompt)).forEach(this::inCode);
    instructions();
  }

  static boolean isFile(Finding prompt) {
    return prompt.where().line() == 0;
  }

  private void folder(String key, List<Finding> files) {
    if (files.size() <= FEW) {
      files.forEach(this::file);
      return;
    }
    Finding first = files.getFirst();
    String root = root(first);
    boolean flat = files.stream().allMatch(file -> file.where().folder().equals(root));
    Set<String> patterns = new TreeSet<>();
    files.forEach(f -> patterns.add(root + (flat ? "/*." : "/**/*.") + Paths.extension(f.name())));
    String name = Paths.name(root).equals("prompts") ? "prompts" : Paths.name(root) + "-prompts";
    bench
        .piece(PROMPT, key, name, first.where())
        .ifPresent(prompt -> patterns.forEach(pattern -> prompt.file(pattern, first.where())));
  }

  private void file(Finding file) {
    String stem = Paths.stem(file.name());
    String name = stem.toLowerCase(Locale.ROOT).contains("prompt") ? stem : stem + "-prompt";
    bench
        .piece(PROMPT, fileKey(file), name, file.where())
        .ifPresent(prompt -> prompt.say("files", file, Detail.FILES));
  }

  private void inCode(Finding finding) {
    String unit = bench.unit(finding);
    bench
        .piece(PROMPT, codeKey(unit), bench.nameOf(unit) + "-prompts", finding.where())
        .filter(prompt -> prompt.values("files").size() < LISTED)
        .ifPresent(prompt ->
            finding.detail(Detail.FILES).ifPresent(path -> prompt.file(path, finding.where())));
  }

  private void instructions() {
    bench
        .about(What.AGENT_INSTRUCTIONS)
        .limit(LISTED)
        .forEach(file ->
            bench
                .piece(PROMPT, "instructions", "agent-instructions", file.where())
                .ifPresent(prompt -> prompt.file(file.name(), file.where())));
  }
}
