package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.lexicon.ModelNames;
import dev.countersign.discover.tree.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of models in configuration: {@code OPENAI_MODEL=gpt-4o}, {@code model: claude-...}. Keys
 * and values are read line by line; secrets are neither read nor shown.
 */
public final class ConfigurationDetector implements Detector {
  private static final Set<String> ENDINGS =
      Set.of("yaml", "yml", "toml", "properties", "ini", "cfg", "conf", "env");
  private static final Set<String> KEYS =
      Set.of("model", "llm", "embed", "engine", "deployment", "rerank");

  /** How files of settings in JSON are called. */
  private static final Set<String> SETTINGS =
      Set.of("appsettings", "settings", "config", "local.settings", "langgraph", "default");

  /** Keys whose value is a name on a hub, whatever its family. */
  private static final Set<String> HUB_KEYS =
      Set.of(
          "modelurl",
          "model_id",
          "model-id",
          "modelid",
          "hf_model_id",
          "base_model",
          "model_name",
          "model_name_or_path",
          "pretrained_model_name_or_path",
          "repo_id");

  @Override
  public boolean wants(Source source) {
    String name = source.name();
    boolean environment = name.equals("env.example") || name.contains(".env");
    boolean json =
        source.extension().equals("json") && SETTINGS.stream().anyMatch(name::startsWith);
    return (environment || json || ENDINGS.contains(source.extension()))
        && !name.endsWith("-lock.yaml")
        && !source.path().startsWith(".github/")
        && !source.path().contains("/.github/");
  }

  @Override
  public void detect(Source source, Findings findings) {
    Set<String> seen = new HashSet<>();
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i), i + 1, seen, findings);
    }
  }

  private static void line(String line, int number, Set<String> seen, Findings findings) {
    int sign = sign(line);
    if (sign < 0 || isComment(line.stripLeading())) {
      return;
    }
    String key = bare(line.substring(0, sign).toLowerCase(Locale.ROOT));
    String value = value(line.substring(sign + 1));
    if (KEYS.stream().noneMatch(key::contains) || !seen.add(value)) {
      return;
    }
    if (ModelNames.hosted(value).isPresent()) {
      HostedModelDetector.hosted(value, number, findings);
    } else if (isOpen(value) || HUB_KEYS.contains(key) && ModelNames.isHubName(value)) {
      findings
          .at(What.HUB_MODEL, value, number)
          .with(Detail.SUPPLIER, value.substring(0, value.indexOf('/')))
          .with(Detail.TASK, ModelNames.task(value))
          .likely();
    }
  }

  private static boolean isComment(String line) {
    return line.startsWith("#") || line.startsWith("//") || line.startsWith(";");
  }

  /** Paths have the form of names, too: only names whose family is known count here. */
  private static boolean isOpen(String value) {
    return ModelNames.isHubName(value) && ModelNames.task(value).isPresent();
  }

  /** The key without quotes and the dash of a list. */
  private static String bare(String key) {
    String bare = key.replace("\"", "").replace("'", "").strip();
    return bare.startsWith("- ") ? bare.substring(2).strip() : bare;
  }

  private static int sign(String line) {
    int equals = line.indexOf('=');
    int colon = line.indexOf(':');
    return equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
  }

  private static String value(String text) {
    String bare = text.strip();
    int comment = bare.indexOf(" #");
    bare = comment < 0 ? bare : bare.substring(0, comment).strip();
    // ${MODEL:gpt-4o} and ${MODEL:-gpt-4o} name a default
    if (bare.startsWith("${") && bare.endsWith("}") && bare.indexOf(':') > 0) {
      bare = bare.substring(bare.indexOf(':') + 1, bare.length() - 1);
      bare = bare.startsWith("-") ? bare.substring(1) : bare;
    }
    return bare.replace("\"", "").replace("'", "").replace(",", "").strip();
  }
}
