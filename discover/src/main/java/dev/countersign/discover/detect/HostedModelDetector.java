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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names and addresses of hosted models in code, each once a file. */
public final class HostedModelDetector implements Detector {
  private static final int SHORTEST = 3;

  /** Kinds of libraries that are given names of models. */
  private static final List<String> USERS =
      List.of("hosted-client", "agent", "inference", "mcp", "tracking");

  private static final List<String> KEYS =
      List.of("model", "llm", "embed", "engine", "deployment", "rerank");

  @Override
  public boolean wants(Source source) {
    return Language.of(source.extension()).isPresent();
  }

  @Override
  public void detect(Source source, Findings findings) {
    Set<String> seen = new HashSet<>();
    boolean uses = uses(source);
    for (Text text : source.code().texts()) {
      if (isClear(text) && ModelNames.isName(text.value()) && seen.add(text.value())) {
        hosted(text.value(), text.line(), uses || isModel(text.key()), findings);
      }
      if (text.value().contains("://")) {
        address(text, seen, findings);
      }
    }
    if (uses) {
      constants(source, seen, findings);
    }
  }

  private static void constants(Source source, Set<String> seen, Findings findings) {
    for (Text constant : source.code().constants()) {
      ModelNames.ofConstant(constant.value())
          .filter(seen::add)
          .ifPresent(name -> hosted(name, constant.line(), true, findings));
    }
  }

  /** A name in a file that has nothing to do with models may be the name of anything. */
  private static boolean uses(Source source) {
    return USERS.stream().anyMatch(kind -> Imported.kind(source, kind));
  }

  private static boolean isModel(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return KEYS.stream().anyMatch(lower::contains);
  }

  /** {@code "o3"} alone may mean anything, and what has a price or a length is a row of a table. */
  private static boolean isClear(Text text) {
    if (text.isKey()) {
      return false;
    }
    return text.value().length() > SHORTEST
        || text.key().toLowerCase(Locale.ROOT).contains("model");
  }

  /** Adds a name that is one of a hosted model. */
  static void hosted(String name, int line, Findings findings) {
    hosted(name, line, true, findings);
  }

  private static void hosted(String name, int line, boolean used, Findings findings) {
    ModelNames.hosted(name)
        .ifPresent(host -> {
          Findings.Builder model =
              findings
                  .at(What.HOSTED_MODEL, name, line)
                  .with(Detail.SUPPLIER, host.supplier())
                  .with(Detail.TASK, host.task())
                  .with(Detail.UPDATES, updates(name));
          if (used) {
            model.likely();
          } else {
            model.perhaps();
          }
        });
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
    return name.endsWith("-latest") ? "automatic" : endsWithDay(name) ? "pinned" : "";
  }

  /** {@code 2024-08-06}, {@code 20241022}, or {@code -0613}. */
  private static boolean endsWithDay(String name) {
    return ends(name, "0000-00-00") || ends(name, "00000000") || ends(name, "-0000");
  }

  /** Whether the name ends in this form, where 0 is any digit. */
  private static boolean ends(String name, String form) {
    int start = name.length() - form.length();
    for (int i = 0; start >= 0 && i < form.length(); i++) {
      char c = name.charAt(start + i);
      if (form.charAt(i) == '0' ? c < '0' || c > '9' : c != form.charAt(i)) {
        return false;
      }
    }
    return start >= 0;
  }
}
