package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.code.Call;
import dev.countersign.discover.code.Language;
import dev.countersign.discover.lexicon.Artefacts;
import dev.countersign.discover.lexicon.CallWord;
import dev.countersign.discover.lexicon.CallWords;
import dev.countersign.discover.tree.Source;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Code that reads data, and that loads or writes model artefacts. */
public final class ArtefactCallDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    return Language.of(source.extension()).isPresent();
  }

  @Override
  public void detect(Source source, Findings findings) {
    for (Call call : source.code().calls()) {
      CallWords.find(CallWords.LOADS, call.resolved())
          .filter(word -> Imported.needed(source, word.needs()))
          .ifPresent(word -> artefact(What.LOADS_MODEL, call, word, findings));
      CallWords.find(CallWords.SAVES, call.resolved())
          .ifPresent(word -> artefact(What.SAVES_MODEL, call, word, findings));
      if (CallWords.READS.contains(call.name())) {
        path(call, Set.of("io", "path", "filepath_or_buffer", "root"))
            .ifPresent(path ->
                findings.at(What.READS_DATA, path, call.line()).with(Detail.FILES, path).likely());
      }
    }
  }

  private static void artefact(What what, Call call, CallWord word, Findings findings) {
    Optional<String> path = path(call, Set.copyOf(word.names()));
    String name = path.orElse(call.resolved());
    findings
        .at(what, name, call.line())
        .with(Detail.FILES, path)
        .with(Detail.FORMAT, format(name, word))
        .with(Detail.LOADER, word.loader())
        .likely();
  }

  private static String format(String path, CallWord word) {
    String extension = path.substring(path.lastIndexOf('.') + 1);
    return word.format().isEmpty()
        ? Artefacts.model(extension).map(Artefacts.ModelType::format).orElse("")
        : word.format();
  }

  /** The first string that looks like a path: one with a dot or a slash, on one line. */
  private static Optional<String> path(Call call, Set<String> names) {
    return names.stream()
        .map(name -> call.texts().getOrDefault(name, ""))
        .filter(ArtefactCallDetector::isPath)
        .sorted()
        .findFirst()
        .or(() -> call.strings().stream().filter(ArtefactCallDetector::isPath).findFirst())
        .or(() -> fromNamed(call.texts()));
  }

  private static Optional<String> fromNamed(Map<String, String> named) {
    return Optional.ofNullable(named.get("path")).filter(ArtefactCallDetector::isPath);
  }

  private static boolean isPath(String text) {
    int slash = text.lastIndexOf('/');
    int dot = text.lastIndexOf('.');
    return (slash > 0 || dot > 0)
        && text.length() < 200
        && text.chars().noneMatch(c -> c <= ' ' || c == '{' || c == '(' || c == '%' || c == '<')
        && !text.contains("..")
        && !text.startsWith("/")
        && !text.contains("://")
        && !text.startsWith("self.");
  }
}
