package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.code.Shell.Command;
import dev.countersign.discover.lexicon.CallWords;
import dev.countersign.discover.lexicon.CommandWords;
import dev.countersign.discover.lexicon.CommandWords.Word;
import dev.countersign.discover.lexicon.Ecosystem;
import dev.countersign.discover.lexicon.Images;
import dev.countersign.discover.lexicon.ModelNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a command that somebody runs tells: {@code commands.yaml}. */
final class Commands {
  private static final Set<String> BEFORE =
      Set.of("sudo", "exec", "nohup", "time", "env", "then", "do", "else", "if", "while", "!", "{");
  private static final Set<String> FETCHERS = Set.of("curl", "wget", "http", "https", "xh");
  private static final Set<String> VALUED =
      Set.of(
          "-r",
          "-c",
          "-e",
          "-i",
          "-f",
          "--requirement",
          "--constraint",
          "--index-url",
          "--extra-index-url",
          "--find-links",
          "--target",
          "-t",
          "--python");
  private static final Map<String, Ecosystem> INSTALLERS =
      Map.of(
          "pip",
          Ecosystem.PYTHON,
          "pip3",
          Ecosystem.PYTHON,
          "uv",
          Ecosystem.PYTHON,
          "conda",
          Ecosystem.PYTHON,
          "poetry",
          Ecosystem.PYTHON,
          "npm",
          Ecosystem.NPM,
          "pnpm",
          Ecosystem.NPM,
          "yarn",
          Ecosystem.NPM,
          "bun",
          Ecosystem.NPM,
          "cargo",
          Ecosystem.CARGO);
  private static final Set<String> INSTALLS = Set.of("install", "add", "i");
  private static final String MODEL_KEY = "\"model\"";

  private final Findings findings;

  Commands(Findings findings) {
    this.findings = findings;
  }

  /** Adds what a command tells. */
  void add(Command command) {
    List<String> words = program(command.words());
    if (words.isEmpty()) {
      return;
    }
    String name = words.getFirst();
    if (FETCHERS.contains(name)) {
      fetches(words, command.line());
    } else if (name.equals("docker") || name.equals("podman")) {
      container(words, command.line());
    } else if (INSTALLERS.containsKey(name)) {
      installs(words, INSTALLERS.get(name), command.line());
    }
    CommandWords.find(words).ifPresent(word -> known(word, words, command.line()));
  }

  /** The words from the name of the program on, without its folder. */
  private static List<String> program(List<String> words) {
    int start = 0;
    while (start < words.size()
        && (BEFORE.contains(words.get(start)) || words.get(start).indexOf('=') > 0)) {
      start++;
    }
    List<String> rest = words.subList(start, words.size());
    // python -m pip install, python3 -m vllm.entrypoints.openai.api_server
    boolean module =
        rest.size() > 2 && rest.getFirst().contains("python") && rest.get(1).equals("-m");
    rest = module ? rest.subList(2, rest.size()) : rest;
    if (rest.isEmpty()) {
      return rest;
    }
    List<String> named = new ArrayList<>(rest);
    named.set(0, rest.getFirst().substring(rest.getFirst().lastIndexOf('/') + 1));
    return named;
  }

  private void fetches(List<String> words, int line) {
    for (String word : words) {
      for (Map.Entry<String, String> host : CallWords.HOSTS.entrySet()) {
        if (word.contains("://" + host.getKey()) || word.startsWith(host.getKey())) {
          service(host.getKey(), host.getValue(), line);
        }
      }
      body(word, line);
    }
  }

  /** {@code -d '{"model": "gpt-4o", ...}'}. */
  private void body(String word, int line) {
    int key = word.indexOf(MODEL_KEY);
    int open = key < 0 ? -1 : word.indexOf('"', key + MODEL_KEY.length());
    int close = open < 0 ? -1 : word.indexOf('"', open + 1);
    if (close > 0) {
      model(word.substring(open + 1, close), line);
    }
  }

  private void model(String name, int line) {
    if (ModelNames.hosted(name).isPresent()) {
      HostedModelDetector.hosted(name, line, findings);
    } else if (ModelNames.isHubName(name)) {
      hub(name, name.substring(0, name.indexOf('/')), line);
    }
  }

  private void service(String host, String product, int line) {
    findings
        .at(What.IMPORT, host, line)
        .with(Detail.KIND, "hosted-client")
        .with(Detail.PRODUCT, product)
        .likely();
  }

  private void container(List<String> words, int line) {
    int run = words.indexOf("run");
    words.stream()
        .skip(Math.max(run, 0) + 1L)
        .filter(word -> run > 0 && Images.server(word).isPresent() && !word.startsWith("-"))
        .findFirst()
        .ifPresent(
            image -> Containers.server(Containers.nameOf(image), image, words, line, findings));
  }

  private void installs(List<String> words, Ecosystem ecosystem, int line) {
    int verb = -1;
    for (int i = 1; i < Math.min(words.size(), 4) && verb < 0; i++) {
      verb = INSTALLS.contains(words.get(i)) ? i : -1;
    }
    Dependencies dependencies = new Dependencies(ecosystem, findings);
    for (int i = verb + 1; verb > 0 && i < words.size(); i++) {
      if (!words.get(i).startsWith("-") && !VALUED.contains(words.get(i - 1))) {
        add(words.get(i), ecosystem, line, dependencies);
      }
    }
  }

  private static void add(String word, Ecosystem ecosystem, int line, Dependencies dependencies) {
    if (ecosystem == Ecosystem.PYTHON) {
      Requirement requirement = Requirement.of(word);
      dependencies.add(requirement.name(), line, requirement.floats());
    } else {
      int version = word.indexOf('@', 1);
      dependencies.add(version < 0 ? word : word.substring(0, version), line, version < 0);
    }
  }

  private void known(Word word, List<String> words, int line) {
    Optional<String> model = word.model(words);
    switch (word.what()) {
      case SERVICE -> {
        findings
            .at(What.SERVICE, word.product(), line)
            .with(Detail.PRODUCT, word.product())
            .with(Detail.INTERFACE, "api")
            .with(Detail.RUNS, model)
            .likely();
        model.ifPresent(name -> named(name, word, line));
      }
      case HUB_MODEL -> model.ifPresent(name -> named(name, word, line));
      case PUBLIC_DATASET ->
          model.ifPresent(name ->
              findings
                  .at(What.PUBLIC_DATASET, name, line)
                  .with(Detail.SUPPLIER, word.product())
                  .likely());
      case HOSTED_MODEL -> {
        service(word.product(), word.product(), line);
        model.ifPresent(name -> HostedModelDetector.hosted(name, line, findings));
      }
      case TRAINING ->
          findings
              .at(What.TRAINING, String.join(" ", word.words()), line)
              .with(Detail.PRODUCT, word.product())
              .likely();
      case AGENT ->
          findings
              .at(What.AGENT, word.product(), line)
              .with(Detail.PRODUCT, String.join(" ", word.words()))
              .likely();
      case MCP_SERVER -> model.ifPresent(name -> findings.at(What.MCP_SERVER, name, line).likely());
      default -> {}
    }
  }

  private void named(String name, Word word, int line) {
    if (word.product().equals("Ollama") && ModelNames.isName(name)) {
      hub(name, "Ollama", line);
    } else {
      model(name, line);
    }
  }

  private void hub(String name, String supplier, int line) {
    findings
        .at(What.HUB_MODEL, name, line)
        .with(Detail.SUPPLIER, supplier)
        .with(Detail.TASK, ModelNames.task(name))
        .with(Detail.KIND, "served")
        .likely();
  }
}
