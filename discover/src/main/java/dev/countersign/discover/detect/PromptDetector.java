package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.code.Language;
import dev.countersign.discover.code.Text;
import dev.countersign.discover.lexicon.CallWords;
import dev.countersign.discover.tree.Source;
import java.util.Locale;
import java.util.Set;

/** Prompts: files in folders of that name, and long strings under names of that kind. */
public final class PromptDetector implements Detector {
  private static final int SHORTEST = 40;
  private static final Set<String> ENDINGS =
      Set.of(
          "txt",
          "md",
          "yaml",
          "yml",
          "jinja",
          "jinja2",
          "j2",
          "prompt",
          "mustache",
          "hbs",
          "st",
          "prompty");

  @Override
  public boolean wants(Source source) {
    return isPromptFile(source) || Language.of(source.extension()).isPresent();
  }

  @Override
  public void detect(Source source, Findings findings) {
    if (isPromptFile(source)) {
      findings.whole(What.PROMPT, source.path()).with(Detail.FILES, source.path()).sure();
      return;
    }
    source.code().texts().stream()
        .filter(PromptDetector::isPrompt)
        .findFirst()
        .ifPresent(text ->
            findings
                .at(What.PROMPT, text.key(), text.line())
                .with(Detail.FILES, source.path())
                .likely());
  }

  private static boolean isPrompt(Text text) {
    return text.value().length() >= SHORTEST
        && text.value().indexOf(' ') > 0
        && (CallWords.PROMPTS.stream().anyMatch(text.key()::contains)
            || text.key().equals("instructions"));
  }

  private static boolean isPromptFile(Source source) {
    String folder = "/" + source.folder().toLowerCase(Locale.ROOT) + "/";
    String name = source.name().toLowerCase(Locale.ROOT);
    boolean ending = ENDINGS.contains(source.extension()) && !name.startsWith("readme");
    boolean placed = folder.contains("/prompts/") || folder.contains("/prompt/");
    return ending && (placed || name.contains("prompt") && !name.equals("prompts.md"))
        || name.endsWith(".prompt")
        || name.equals("instructions.md");
  }
}
