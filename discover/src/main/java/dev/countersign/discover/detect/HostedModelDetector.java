package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.code.Language;
import dev.countersign.discover.code.Text;
import dev.countersign.discover.lexicon.CallWords;
import dev.countersign.discover.lexicon.ModelNames;
import dev.countersign.discover.tree.Source;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names and addresses of hosted models in code, each once a file. */
public final class HostedModelDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    return Language.of(source.extension()).isPresent();
  }

  @Override
  public void detect(Source source, Findings findings) {
    Set<String> seen = new HashSet<>();
    for (Text text : source.code().texts()) {
      if (ModelNames.isName(text.value()) && seen.add(text.value())) {
        hosted(text.value(), text.line(), findings);
      }
      if (text.value().contains("://")) {
        address(text, seen, findings);
      }
    }
  }

  /** Adds a name that is one of a hosted model. */
  static void hosted(String name, int line, Findings findings) {
    ModelNames.hosted(name)
        .ifPresent(host ->
            findings
                .at(What.HOSTED_MODEL, name, line)
                .with(Detail.SUPPLIER, host.supplier())
                .with(Detail.TASK, host.task())
                .with(Detail.UPDATES, updates(name))
                .likely());
  }

  private static void address(Text text, Set<String> seen, Findings findings) {
    for (Map.Entry<String, String> host : CallWords.HOSTS.entrySet()) {
      if (text.value().contains("://" + host.getKey()) && seen.add(host.getKey())) {
        findings
            .at(What.IMPORT, host.getKey(), text.line())
            .with(Detail.KIND, "hosted-client")
            .with(Detail.PRODUCT, host.getValue())
            .likely();
      }
    }
  }

  /** A name with a day in it stays what it is; one that says "latest" does not. */
  static String updates(String name) {
    int digits = 0;
    for (int i = name.length() - 1; i >= 0 && isPartOfDay(name.charAt(i)); i--) {
      digits += name.charAt(i) == '-' ? 0 : 1;
    }
    // 2024-08-06, 20241022, or 0613 behind a number of its own
    boolean day =
        digits == 8
            || name.length() > 5 && name.charAt(name.length() - 5) == '-' && digits % 4 == 0;
    return name.endsWith("-latest") ? "automatic" : digits > 0 && day ? "pinned" : "";
  }

  private static boolean isPartOfDay(char c) {
    return c >= '0' && c <= '9' || c == '-';
  }
}
